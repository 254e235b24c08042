import { security } from './suite';

security('firefox');
