import { security } from './suite';

security('chromium');
