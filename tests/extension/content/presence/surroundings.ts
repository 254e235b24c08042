/** Surroundings of a composer on a site whose parts are all known. */
import type { PresenceView, Surroundings } from '@/content/model';

export function surroundings(change: Partial<Surroundings> = {}): Surroundings {
  return {
    audience: 'public',
    account: 'personal',
    accountName: '',
    publishButtons: [],
    selfTest: { composer: 'found', publish: 'found', audience: 'found', account: 'found' },
    ...change,
  };
}

export const view = (change: Partial<PresenceView> = {}): PresenceView => ({
  state: 'checked',
  worst: null,
  surroundings: surroundings(),
  ...change,
});
