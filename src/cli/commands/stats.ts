import type { Run } from '../command.ts';
export const runStats: Run = async () => {};
