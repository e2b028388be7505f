import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { aPathFolder } from '../helpers/path-files.ts';

describe('problems in several files come all at once, in the order of reading', () => {
  test('of values and keys', () => {
    const folder = aPathFolder()
      .change('2-models.yaml', 'tier: essential', 'tier: esential')
      .change('2-models.yaml', 'summary: What one builds.\n', '')
      .change('resources.yaml', 'checked: 2026-11-20', 'checked: 2026-02-30')
      .change('1-basics.yaml', 'hours: 3', 'hours: three')
      .change('1-basics.yaml', 'helps: [vectors]', 'help: [vectors]')
      .change('1-basics.yaml', 'minutes: 90', 'minutes: none');
    expect(folder.problems()).toEqual([
      'value.type 1-basics.yaml:32:12',
      'value.type 1-basics.yaml:39:18',
      'key.unknown 1-basics.yaml:45:5',
      'key.missing 2-models.yaml:1:1',
      'value.unknown 2-models.yaml:11:11',
      'value.invalid resources.yaml:8:14',
    ]);
  });

  test('of syntax, in one file and in another', () => {
    const folder = aPathFolder()
      .change('1-basics.yaml', 'needs: [vectors]', 'needs: [vectors')
      .change('2-models.yaml', 'tier: essential', 'tier: esential')
      .change('resources.yaml', 'kind: book', 'kind: book\n    kind: book');
    expect(folder.problems().map((problem) => problem.replace(/:\d+$/, ''))).toEqual([
      'yaml.syntax 1-basics.yaml:34',
      'value.unknown 2-models.yaml:12',
      'yaml.syntax resources.yaml:12',
    ]);
  });

  test('between files, warnings among them', () => {
    const folder = aPathFolder()
      .write('draft.yaml', 'a: 1\n')
      .change('path.yaml', 'resource: maths-book', 'resource: math-book')
      .change('2-models.yaml', 'needs: [matrices]', 'needs: [matrices, odds]')
      .change('2-models.yaml', 'hours: 5', 'hours: 9')
      .change('1-basics.yaml', 'helps: [vectors]', 'helps: [vektors]')
      .change('1-basics.yaml', 'hours: 2', 'hours: 2\n    needs: [matrices]')
      .change('resources.yaml', 'https://odds.example.org/course', 'http://maths.example.org/book/')
      .change('resources.yaml', '    note: The site was closed.\n', '');
    expect(folder.problems()).toEqual([
      'graph.cycle 1-basics.yaml:16:13',
      'ref.unknown 1-basics.yaml:46:13',
      'hours.phase 2-models.yaml:3:8',
      'graph.tier 2-models.yaml:14:23',
      'orphan.file draft.yaml:1:1',
      'ref.unknown path.yaml:13:15',
      'address.duplicate resources.yaml:22:10',
      'status.note resources.yaml:27:13',
    ]);
  });

  test('of a value in one file and a ref in another', () => {
    const folder = aPathFolder()
      .change('1-basics.yaml', 'tier: helpful', 'tier: helpfull')
      .change('2-models.yaml', 'needs: [matrices]', 'needs: [matrixes]');
    expect(folder.problems()).toEqual([
      'value.unknown 1-basics.yaml:43:11',
      'ref.unknown 2-models.yaml:14:13',
    ]);
  });

  test('of path.yaml and of a phase', () => {
    const folder = aPathFolder()
      .change('path.yaml', 'pace: 5', 'pace: five')
      .change('1-basics.yaml', 'tier: helpful', 'tier: helpfull');
    expect(folder.problems()).toEqual([
      'value.unknown 1-basics.yaml:43:11',
      'value.type path.yaml:5:7',
    ]);
  });

  test('of a missing phase file and of another phase', () => {
    const folder = aPathFolder().change('1-basics.yaml', 'tier: helpful', 'tier: helpfull');
    rmSync(join(folder.dir, '2-models.yaml'));
    expect(folder.problems()).toEqual([
      'value.unknown 1-basics.yaml:43:11',
      'file.unusable path.yaml:7:25',
    ]);
  });
});
