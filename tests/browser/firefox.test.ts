import { theWholeWay } from './whole-way';

theWholeWay('firefox');
