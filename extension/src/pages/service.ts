/** Whether texts go to the company's own service; `start-page.ts` finds out before the page draws. */
import { isMadeForService, serviceIn, type Service } from '@/shared/service';
import type { SettingValues } from '@/shared/settings';

let mode: { isService: boolean; service: Service | null } = { isService: false, service: null };

/** In this mode every sentence that has a `_service` form is said in that form. */
export const isServiceMode = (): boolean => mode.isService;

/** Null also where a copy made for a service has not been told which. */
export const pageService = (): Service | null => mode.service;

/** @param company - what the company set. */
export async function followService(company: SettingValues): Promise<void> {
  const { service } = await serviceIn(company);
  mode = { isService: service !== null || isMadeForService(), service };
}
