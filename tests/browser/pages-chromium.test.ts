import { thePages } from './pages-suite';

thePages('chromium');
