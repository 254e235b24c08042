import { everySite } from './sites';

everySite('firefox');
