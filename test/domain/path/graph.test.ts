import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { findCycles, findDependents, type GraphNode } from '../../../src/domain/path/graph.ts';

/** Any graph of up to eight topics, with needs that nobody knows among them. */
const graphs = fc.integer({ min: 0, max: 8 }).chain((size) =>
  fc
    .array(fc.array(fc.integer({ min: 0, max: 9 }), { maxLength: 3 }), {
      minLength: size,
      maxLength: size,
    })
    .map((needs) => needs.map((ids, i) => ({ id: `t${i}`, needs: ids.map((n) => `t${n}`) }))),
);

/** What each topic needs, directly or through others: a set that grows until it does not. */
function everythingNeeded(nodes: readonly GraphNode[]): Map<string, Set<string>> {
  const known = new Set(nodes.map((node) => node.id));
  const needed = new Map(
    nodes.map((node) => [node.id, new Set(node.needs.filter((id) => known.has(id)))]),
  );
  for (let grown = true; grown; ) {
    grown = false;
    for (const set of needed.values()) {
      for (const id of [...set]) {
        for (const further of needed.get(id) ?? []) {
          if (!set.has(further)) grown = true;
          set.add(further);
        }
      }
    }
  }
  return needed;
}

function chain(length: number): GraphNode[] {
  return Array.from({ length }, (_, i) => ({ id: `t${i}`, needs: i === 0 ? [] : [`t${i - 1}`] }));
}

describe('cycles', () => {
  test.each<[string, Record<string, string[]>, string[][]]>([
    ['nothing', {}, []],
    ['a chain', { a: [], b: ['a'], c: ['b'] }, []],
    ['a diamond', { a: ['b', 'c'], b: ['d'], c: ['d'], d: [] }, []],
    ['an unknown need', { a: ['nowhere'] }, []],
    ['itself', { a: ['a'] }, [['a', 'a']]],
    ['two', { a: ['b'], b: ['a'] }, [['a', 'b', 'a']]],
    ['three', { a: ['c'], b: ['a'], c: ['b'] }, [['a', 'c', 'b', 'a']]],
    ['behind a way in', { a: ['b'], b: ['c'], c: ['b'] }, [['b', 'c', 'b']]],
    [
      'two groups',
      { a: ['b'], b: ['a'], c: ['d'], d: ['c', 'a'] },
      [
        ['a', 'b', 'a'],
        ['c', 'd', 'c'],
      ],
    ],
  ])('%s', (_, needs, cycles) => {
    const nodes = Object.entries(needs).map(([id, ids]) => ({ id, needs: ids }));
    expect(findCycles(nodes)).toEqual(cycles);
  });

  test('are found where a topic needs itself through others, and nowhere else', () => {
    fc.assert(
      fc.property(graphs, (nodes) => {
        const needed = everythingNeeded(nodes);
        const inCircles = nodes.filter(({ id }) => needed.get(id)?.has(id)).map(({ id }) => id);
        const cycles = findCycles(nodes);
        expect(cycles.length > 0).toBe(inCircles.length > 0);
        for (const id of inCircles) {
          const group = cycles.filter(([first = '']) => first === id || needed.get(id)?.has(first));
          expect(group, `${id} is in a circle`).not.toEqual([]);
        }
      }),
      { numRuns: 1000 },
    );
  });

  test('each leads along needs from a topic back to it, with no topic twice', () => {
    fc.assert(
      fc.property(graphs, (nodes) => {
        const needs = new Map(nodes.map((node) => [node.id, node.needs]));
        for (const cycle of findCycles(nodes)) {
          expect(cycle.at(-1)).toBe(cycle[0]);
          expect(new Set(cycle).size).toBe(cycle.length - 1);
          for (const [i, id] of cycle.slice(0, -1).entries()) {
            expect(needs.get(id)).toContain(cycle[i + 1]);
          }
        }
      }),
    );
  });

  test('a chain of 20,000 topics is walked without exhausting the stack', () => {
    const nodes = chain(20_000);
    expect(findCycles(nodes)).toEqual([]);
    expect(findCycles(nodes.toReversed())).toEqual([]);
    const circle = [...nodes.slice(1), { id: 't0', needs: ['t19999'] }];
    expect(findCycles(circle).map((cycle) => cycle.length)).toEqual([20_001]);
  });
});

describe('dependents', () => {
  test('are all that need a topic, directly or through others, but not itself', () => {
    fc.assert(
      fc.property(graphs, (nodes) => {
        const needed = everythingNeeded(nodes);
        const dependentsOf = findDependents(nodes);
        for (const { id } of nodes) {
          const expected = nodes.filter((n) => n.id !== id && needed.get(n.id)?.has(id));
          expect(dependentsOf(id).sort()).toEqual(expected.map((n) => n.id));
        }
      }),
    );
  });

  test('a long chain does not exhaust the stack', () => {
    const dependentsOf = findDependents(chain(20_000));
    expect(dependentsOf('t0')).toHaveLength(19_999);
    expect(dependentsOf('t19999')).toEqual([]);
  });
});
