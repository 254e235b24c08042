/** The practice page's side list: what was found in the last text, or why nothing can be said about it. */
import type { CheckError } from '@/shared/errors';
import type { UiLanguage } from '@/shared/i18n';
import { shownWords } from '@/shared/masking';
import type { Finding, Level, Report } from '@/shared/wire';
import { element } from '@/pages/element';
import { translate, type MessageKey } from '@/pages/words';

/** `idle`: no text yet. */
export type PanelState = 'idle' | 'checking' | 'checked' | CheckError;

const NOT_CHECKED: Record<CheckError, MessageKey> = {
  not_configured: 'practice_not_checked_not_configured',
  not_reached: 'practice_not_checked_not_reached',
  not_authenticated: 'practice_not_checked_not_authenticated',
  text_too_long: 'practice_not_checked_text_too_long',
  refused: 'practice_not_checked',
  extension_reloaded: 'practice_not_checked',
};

const LEVELS: Record<Level, MessageKey> = {
  clear: 'practice_level_clear',
  hint: 'practice_level_hint',
  warning: 'practice_level_warning',
  alert: 'practice_level_alert',
};

export class FindingsPanel {
  readonly element: HTMLElement;
  private readonly state = element('p', { class: 'state-line', role: 'status' });
  private readonly list = element('ol', { class: 'findings' });
  private last: { text: string; report: Report } | null = null;

  constructor(private readonly language: UiLanguage) {
    const heading = element('h2', { id: 'findings' }, this.words('practice_findings'));
    this.element = element('aside', { class: 'sheet panel', 'aria-labelledby': 'findings' }, heading, this.state, this.list);
    this.show('idle', 0);
  }

  /** The answer that the next `checked` is about. */
  take(text: string, report: Report): void {
    this.last = { text, report };
  }

  /** `findings`: how many are underlined now, without those the reader put aside. */
  show(state: PanelState, findings: number): void {
    this.element.dataset.state = state;
    if (state === 'checking') {
      this.state.textContent = this.words('practice_state_checking');
    } else if (state === 'checked') {
      this.showReport(findings);
    } else {
      this.state.textContent = this.words(state === 'idle' ? 'practice_findings_start' : NOT_CHECKED[state]);
      this.list.replaceChildren();
    }
  }

  private showReport(findings: number): void {
    if (this.last === null || findings === 0) {
      this.state.textContent = this.words('practice_findings_empty');
      this.list.replaceChildren();
      return;
    }
    const { text, report } = this.last;
    this.state.textContent = this.words(LEVELS[report.level]);
    this.list.replaceChildren(...report.findings.map((finding) => this.row(finding, text)));
  }

  private row(finding: Finding, text: string): HTMLElement {
    return element(
      'li',
      { class: finding.severity },
      element('q', { dir: 'auto' }, shownWords(finding, text)),
      element('strong', {}, finding.title),
      element('p', {}, finding.message),
    );
  }

  private words(key: MessageKey): string {
    return translate(key, this.language);
  }
}
