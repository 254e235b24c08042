/** The part of the options about what the company set by policy: to read only, with what of it is ignored, and why. */
import { serviceIn, type ServiceProblem } from '@/shared/service';
import { SETTINGS, type SettingName } from '@/shared/settings';
import { loadManaged } from '@/shared/storage/company-values';
import { SETTING_NAMES } from '@/shared/storage/setting-values';
import { loadSettings, type LoadedSettings } from '@/shared/storage/settings-store';
import { element, words } from '@/pages/element';
import { pagePart, type PagePart } from '@/pages/page-part';
import { textList } from '@/pages/settings/texts';

/** Names under which somebody may put a secret into a policy, where every user of the computer can read it. */
const SECRETS = ['key', 'token'];

interface Company {
  readonly values: LoadedSettings['company'];
  readonly problem: ServiceProblem | null;
  readonly secrets: readonly string[];
}

export const companyPart = (): PagePart => pagePart({ id: 'company', title: 'options_company', load: loadCompany, draw: companyContent });

async function loadCompany(): Promise<Company> {
  const [{ company }, managed] = await Promise.all([loadSettings(), loadManaged()]);
  const { problem } = await serviceIn(company);
  return { values: company, problem, secrets: SECRETS.filter((name) => Object.hasOwn(managed ?? {}, name)) };
}

function companyContent({ values, problem, secrets }: Company): Node[] {
  const set = SETTING_NAMES.filter((name) => SETTINGS[name].setBy === 'company').flatMap((name) => companyValue(name, values));
  const warnings = [
    ...(problem === null ? [] : [words(`options_problem_${problem}`)]),
    ...(secrets.length === 0 ? [] : [words('options_problem_secret', secrets.join(', '))]),
  ].map((sentence) => element('p', { class: 'result', 'data-kind': 'problem' }, sentence));
  const note = set.length + warnings.length === 0 ? 'options_company_none' : 'options_company_hint';
  return [element('p', { class: 'note' }, words(note)), ...warnings, ...set];
}

function companyValue(name: SettingName, values: LoadedSettings['company']): HTMLElement[] {
  const texts = [values[name] ?? []].flat().map(String);
  if (texts.length === 0) return [];
  const title = element('h3', { class: 'title' }, words(`options_${name}_title`));
  return [element('div', { class: 'setting' }, title, element('p', { class: 'note' }, words(`options_${name}_hint`)), textList(texts))];
}
