/**
 * The prerequisite graph: nodes are topic ids, an edge goes from a topic to each topic it needs.
 */
export interface GraphNode {
  readonly id: string;
  readonly needs: readonly string[];
}

/**
 * Cycles, as ids with the first repeated at the end (`[a, b, a]`): at least one of every group of
 * nodes that depend on each other, none twice. Edges to unknown ids are ignored. Depth-first search with an explicit
 * stack, so that a long chain cannot exhaust the call stack.
 */
export function findCycles(nodes: readonly GraphNode[]): string[][] {
  const byId = new Map(nodes.map((node) => [node.id, node]));
  const state = new Map<string, 'open' | 'closed'>();
  const cycles: string[][] = [];
  for (const root of nodes) {
    if (state.has(root.id)) continue;
    const stack: { id: string; next: number }[] = [{ id: root.id, next: 0 }];
    state.set(root.id, 'open');
    while (stack.length > 0) {
      const top = stack[stack.length - 1] as { id: string; next: number };
      const need = byId.get(top.id)?.needs[top.next++];
      if (need === undefined) {
        state.set(top.id, 'closed');
        stack.pop();
      } else if (byId.has(need)) {
        if (!state.has(need)) {
          state.set(need, 'open');
          stack.push({ id: need, next: 0 });
        } else if (state.get(need) === 'open') {
          const from = stack.findIndex((frame) => frame.id === need);
          const cycle = [...stack.slice(from).map((frame) => frame.id), need];
          if (!cycles.some((other) => other.join() === cycle.join())) cycles.push(cycle);
        }
      }
    }
  }
  return cycles;
}

/**
 * Gives for a node the ids of all nodes that wait for it, directly or through others, as far
 * as they count. Each call
 * takes time in proportion to what it finds; nothing is kept, since for a long chain that would be
 * the square of its length.
 */
export function findDependents(
  nodes: readonly GraphNode[],
): (id: string, counts?: (id: string) => boolean) => string[] {
  const direct = new Map<string, string[]>(nodes.map((node) => [node.id, []]));
  for (const node of nodes) for (const need of node.needs) direct.get(need)?.push(node.id);
  return (id, counts = () => true) => {
    const seen = new Set<string>([id]);
    const queue = [id];
    for (let at = queue.pop(); at !== undefined; at = queue.pop()) {
      for (const next of direct.get(at) ?? []) {
        if (seen.has(next) || !counts(next)) continue;
        seen.add(next);
        queue.push(next);
      }
    }
    seen.delete(id);
    return [...seen];
  };
}
