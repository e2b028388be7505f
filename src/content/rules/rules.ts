import type { Issue } from '../issue.ts';
import type { PathFiles } from '../path-files.ts';
import { addressRules } from './addresses.ts';
import { checkCycles, checkOrder, checkTiers } from './graph.ts';
import { checkHours, checkMinutes } from './hours.ts';
import { checkDuplicateIds, checkReservedIds } from './ids.ts';
import { checkOrphans } from './orphans.ts';
import { checkQuestionRefs } from './question-refs.ts';
import { questionRules } from './questions.ts';
import { checkRefs } from './refs.ts';

/** A rule looks at all files of a path and reports what is wrong between them. */
type Rule = (files: PathFiles) => Issue[];

export const RULES: readonly Rule[] = [
  checkDuplicateIds,
  checkReservedIds,
  checkRefs,
  checkCycles,
  checkOrder,
  checkTiers,
  checkHours,
  checkMinutes,
  ...addressRules,
  checkOrphans,
  checkQuestionRefs,
  ...questionRules,
];
