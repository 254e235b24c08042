/** Takes out of a report what the person silenced for good. */
import { digestOf } from '@/shared/storage/device-key';
import { normalWords, type Silence } from '@/shared/silence';
import { loadSilences } from '@/shared/storage/silence-store';
import { SEVERITIES, type Finding, type Level, type Report, type Severity } from '@/shared/wire';

/**
 * The report without the silenced findings, its level that of the others. The score is the server's as long as
 * something is left: only the server can weigh.
 *
 * @param text - the exact text that was sent.
 */
export async function withoutSilenced(report: Report, text: string): Promise<Report> {
  const silences = report.findings.length === 0 ? [] : await loadSilences();
  if (silences.length === 0) return report;
  const silent = await Promise.all(report.findings.map((finding) => isSilenced(finding, text, silences)));
  const findings = report.findings.filter((_, at) => !silent[at]);
  return { ...report, findings, level: levelOf(findings), score: findings.length === 0 ? 0 : report.score };
}

async function isSilenced(finding: Finding, text: string, silences: readonly Silence[]): Promise<boolean> {
  if (silences.some((silence) => silence.kind === 'rule' && silence.rule === finding.rule)) return true;
  const words = normalWords(text.slice(finding.start, finding.end));
  const silenced = silences.filter((silence) => silence.kind === 'words');
  if (silenced.some((silence) => silence.words === words)) return true;
  if (silenced.every(({ digest }) => digest === null)) return false;
  const digest = await digestOf(words);
  return silenced.some((silence) => silence.digest === digest);
}

const LEVEL_OF: Record<Severity, Level> = { low: 'hint', medium: 'warning', high: 'alert' };

function levelOf(findings: readonly Finding[]): Level {
  const worst = SEVERITIES.findLast((severity) => findings.some((finding) => finding.severity === severity));
  return worst === undefined ? 'clear' : LEVEL_OF[worst];
}
