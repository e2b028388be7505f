/**
 * The prerequisite graph: nodes are topic ids, an edge goes from a topic to each topic it needs.
 */
export interface GraphNode {
  readonly id: string;
  readonly needs: readonly string[];
}

/**
 * The first cycle of each group of nodes that depend on each other, as ids with the first repeated
 * at the end (`[a, b, a]`). Edges to unknown ids are ignored. Depth-first search with an explicit
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
          cycles.push([...stack.slice(from).map((frame) => frame.id), need]);
        }
      }
    }
  }
  return cycles;
}

/** For each node the set of nodes that wait for it, directly or through others. Nodes times edges. */
export function findDependents(nodes: readonly GraphNode[]): Map<string, Set<string>> {
  const direct = new Map<string, string[]>(nodes.map((node) => [node.id, []]));
  for (const node of nodes) for (const need of node.needs) direct.get(need)?.push(node.id);
  const result = new Map<string, Set<string>>();
  for (const node of nodes) {
    const seen = new Set<string>();
    const queue = [...(direct.get(node.id) ?? [])];
    for (let id = queue.pop(); id !== undefined; id = queue.pop()) {
      if (id === node.id || seen.has(id)) continue;
      seen.add(id);
      queue.push(...(direct.get(id) ?? []));
    }
    result.set(node.id, seen);
  }
  return result;
}
