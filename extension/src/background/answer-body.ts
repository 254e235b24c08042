/** Reads the body of an answer, however long whoever answers would like to go on; the time limit is the request's. */

/** The server's own limit for a body, both ways. */
const MAX_ANSWER_BYTES = 65_536;

/** @returns null when the body is over the limit; the rest of it is not read. */
export async function bodyOf(response: Response): Promise<string | null> {
  if (response.body === null) return '';
  const decoder = new TextDecoder();
  let text = '';
  let bytes = 0;
  for (const reader = response.body.getReader(); ; ) {
    const { done, value } = await reader.read();
    if (done) return text + decoder.decode();
    bytes += value.length;
    if (bytes > MAX_ANSWER_BYTES) {
      await reader.cancel();
      return null;
    }
    text += decoder.decode(value, { stream: true });
  }
}
