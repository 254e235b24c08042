/**
 * Every setting of the extension, declared once: the options page draws them from here, the policy schema is checked
 * against it, and everybody reads values through `settings-store.ts`. Who wins: the person, then the company, then the
 * default. Pairing, sites, silences and figures are not settings; they have stores of their own.
 */
import { UI_LANGUAGES } from './i18n';

/** Where a value in force comes from. */
export type ValueOrigin = 'default' | 'company' | 'you';

/**
 * Who may set it. `person`: nobody but the person, whatever a policy says. `both`: the person wins. `company`: by
 * policy only, since it is a fact about the company and no preference.
 */
type SetBy = 'person' | 'both' | 'company';

interface Declared {
  readonly setBy: SetBy;
  /** Which part of the options page shows it; null: it is shown nowhere but in the list of what the company set. */
  readonly group: 'marks' | 'reminders' | 'posting' | 'general' | null;
}

export interface Choice<T extends string> extends Declared {
  readonly kind: 'choice';
  readonly values: readonly T[];
  readonly default: T;
}

export interface Switch extends Declared {
  readonly kind: 'switch';
  readonly default: boolean;
}

/** A list of short texts; values of company and person are added up, and the default is empty. */
export interface Texts extends Declared {
  readonly kind: 'texts';
  readonly most: number;
  /** UTF-16 code units. */
  readonly longest: number;
}

/** One text without a default. What it must look like is its reader's matter, so that people can be told of a mistake. */
export interface Text extends Declared {
  readonly kind: 'text';
  readonly default: '';
  /** UTF-16 code units. */
  readonly longest: number;
}

const choice = <T extends string>(values: readonly T[], first: T, rest: Declared): Choice<T> => ({ kind: 'choice', values, default: first, ...rest });
const toggle = (first: boolean, rest: Declared): Switch => ({ kind: 'switch', default: first, ...rest });
const texts = (most: number, longest: number, rest: Declared): Texts => ({ kind: 'texts', most, longest, ...rest });
const text = (longest: number, rest: Declared): Text => ({ kind: 'text', default: '', longest, ...rest });

export const SETTINGS = {
  /** Of everything we say; `auto` follows the browser. */
  language: choice(['auto', ...UI_LANGUAGES], 'auto', { setBy: 'both', group: 'general' }),
  /** `panel_only`: nothing is drawn in the page, so the page cannot read which words are marked. */
  marks: choice(['underline', 'panel_only'], 'underline', { setBy: 'both', group: 'marks' }),
  open_card_on: choice(['pointing', 'click'], 'pointing', { setBy: 'both', group: 'marks' }),
  /** The small sign beside the composer with audience and account. */
  presence: toggle(true, { setBy: 'both', group: 'reminders' }),
  reminders: choice(['off', 'rare', 'normal'], 'normal', { setBy: 'both', group: 'reminders' }),
  /** The card beside the publish button when an alert is left. */
  last_look: toggle(true, { setBy: 'both', group: 'posting' }),
  /** Only the person may ask for it: holding a click back for somebody else would be blocking. */
  hold_first_click: toggle(false, { setBy: 'person', group: 'posting' }),
  /** Counts on this device what was shown, reworded and dismissed. */
  figures: toggle(true, { setBy: 'both', group: 'general' }),
  /** Handles and page names that speak for the company. */
  official_accounts: texts(200, 100, { setBy: 'both', group: 'posting' }),
  /** The company's brands, products and hashtags: naming one for the first time in a day may bring a reminder. */
  own_names: texts(500, 100, { setBy: 'company', group: null }),
  /** Lines of the company's own among the reminders; design 5, domain 5.5. */
  reminder_lines: texts(50, 110, { setBy: 'company', group: null }),
  /** Host names where Porte-parole stays off; each also means its subdomains. */
  disabled_sites: texts(500, 300, { setBy: 'company', group: null }),
  /** The company's own service in the place of the program on this computer: "https://host[:port]"; see `service.ts`. */
  service_origin: text(300, { setBy: 'company', group: null }),
  /** What proves that service: its P-256 point, uncompressed, as base64url without padding. */
  service_public_key: text(100, { setBy: 'company', group: null }),
} as const;

export type SettingName = keyof typeof SETTINGS;

type ValueOf<S> = S extends Choice<infer T> ? T : S extends Switch ? boolean : S extends Text ? string : readonly string[];

export type Settings = { readonly [N in SettingName]: ValueOf<(typeof SETTINGS)[N]> };
export type Origins = Readonly<Record<SettingName, ValueOrigin>>;

/** What person or company set, as stored: any key may be missing. */
export type SettingValues = Partial<Settings>;

/** What is in force where nobody set anything. */
export const DEFAULTS = Object.fromEntries(
  Object.entries(SETTINGS).map(([name, setting]) => [name, setting.kind === 'texts' ? [] : setting.default]),
) as unknown as Settings;
