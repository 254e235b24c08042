import { everySite } from './sites';

everySite('chromium');
