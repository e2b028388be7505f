import { Chalk } from 'chalk';

/** Sixteen colours: the terminal's own theme decides what they look like. */
export const chalk = new Chalk({ level: 1 });
