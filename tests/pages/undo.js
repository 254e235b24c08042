/**
 * How long editors join typing into one undo step, milliseconds; `?undo=` names another time. Their own half second would
 * make the steps depend on how busy the machine is, and two runs could not be compared.
 */
export const UNDO_GROUP_MS = Number(new URLSearchParams(location.search).get('undo') ?? 60_000);
