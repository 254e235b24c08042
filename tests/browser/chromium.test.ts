import { theWholeWay } from './whole-way';

theWholeWay('chromium');
