import { thePages } from './pages-suite';

thePages('firefox');
