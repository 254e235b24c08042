/** Which of our own words stands for what the server names by a code; unknown codes have none, and are left out. */
import type { MessageKey } from '@/content/words';
import type { Reason, Severity } from '@/shared/wire';

const SEVERITIES: Record<Severity, MessageKey> = {
  low: 'card_severity_low',
  medium: 'card_severity_medium',
  high: 'card_severity_high',
};

const CATEGORIES: Partial<Record<string, MessageKey>> = {
  'own-privacy': 'category_own_privacy',
  'others-personal-data': 'category_others_personal_data',
  'credentials-secrets': 'category_credentials_secrets',
  'confidential-business': 'category_confidential_business',
  'financial-promotion': 'category_financial_promotion',
  'official-statement': 'category_official_statement',
  disparagement: 'category_disparagement',
  'heated-slip': 'category_heated_slip',
  'duty-of-reserve': 'category_duty_of_reserve',
  'impersonation-transparency': 'category_impersonation_transparency',
  rumour: 'category_rumour',
  'image-copyright': 'category_image_copyright',
  permanence: 'category_permanence',
  'role-blending': 'category_role_blending',
};

const REASONS: Partial<Record<string, MessageKey>> = {
  phrase: 'card_reason_phrase',
  pattern: 'card_reason_pattern',
  form: 'card_reason_pattern',
  'numbering plan': 'card_reason_pattern',
  target: 'card_reason_target',
  predicate: 'card_reason_predicate',
  sentiment: 'card_reason_sentiment',
  checksum: 'card_reason_checksum',
  context: 'card_reason_context',
  meaning: 'card_reason_meaning',
};

export const severityKey = (severity: Severity): MessageKey => SEVERITIES[severity];

export const categoryKey = (category: string): MessageKey | null => CATEGORIES[category] ?? null;

/** What spoke for the finding, strongest first, each once; what spoke against it is left out. */
export function reasonKeys(reasons: readonly Reason[]): MessageKey[] {
  const forIt = reasons.filter((reason) => reason.weight > 0).sort((a, b) => b.weight - a.weight);
  const keys = forIt.map((reason) => REASONS[reason.what]).filter((key) => key !== undefined);
  return [...new Set(keys)];
}
