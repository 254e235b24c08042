/**
 * How long editors join typing into one undo step, milliseconds. Their own half second would make the steps depend on
 * how busy the machine is, and two runs could not be compared.
 */
export const UNDO_GROUP_MS = 60_000;
