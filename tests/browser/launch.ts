/** Starts a browser by its name. */
import { startChromium } from './chromium';
import type { Driver, Look } from './driver';
import { startFirefox } from './firefox';
import type { BrowserName } from './programs';

const STARTERS = { chromium: startChromium, firefox: startFirefox };

/** Starts `program`, a browser of this kind, with the built extension. */
export const launch = (name: BrowserName, program: string, look: Look): Promise<Driver> => STARTERS[name](program, look);
