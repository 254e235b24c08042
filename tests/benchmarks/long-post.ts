/** Long posts for the benchmarks: ordinary sentences, with the harmless risky words of tests/browser/rules between them. */

/** A report names at most this many findings (design, section 3). */
export const MOST_MARKS = 12;
/** UTF-16 units; just below the 10,000 of a post, so that there is room to type. */
export const LONG_POST = 9_700;

const RISKY = ['a teapot', 'some gravel', 'the marmot parade'];
const SENTENCES = [
  'We spent the morning with the students, and their questions were better than my answers.',
  "Aujourd'hui, visite du nouveau centre avec l'équipe, et un grand merci à tous pour l'accueil.",
  'The bakery at the corner has a new owner, and the bread is as good as it was.',
  'Deze week nemen wij de tijd om alles rustig na te lezen.',
];

/** Lines of about 170 units, `marks` risky words spread evenly over them. */
export function longPost(marks: number): string {
  const lines: string[] = [];
  for (let length = 0; length < LONG_POST - 200; length += lines.at(-1)!.length + 1) lines.push(lineOf(lines.length));
  const every = lines.length / marks;
  for (let mark = 0; mark < marks; mark += 1) {
    const at = Math.floor((mark + 0.5) * every);
    lines[at] = `${lines[at]} Then ${RISKY[mark % RISKY.length]}.`;
  }
  return lines.join('\n');
}

function lineOf(number: number): string {
  const sentence = (place: number): string => SENTENCES[(number + place) % SENTENCES.length]!;
  return `${number + 1}. ${sentence(0)} ${sentence(1)}`;
}
