import dagre from '@dagrejs/dagre';

export const nodeWidth = 172;
export const nodeHeight = 52;

/** Where each node stands, from left to right along the edges; and how large the whole is. */
export function layoutOf(
  ids: readonly string[],
  edges: readonly (readonly [string, string])[],
): { at: Map<string, { x: number; y: number }>; height: number } {
  const graph = new dagre.graphlib.Graph();
  graph.setGraph({ rankdir: 'LR', nodesep: 14, ranksep: 56 });
  graph.setDefaultEdgeLabel(() => ({}));
  for (const id of ids) graph.setNode(id, { width: nodeWidth, height: nodeHeight });
  for (const [from, to] of edges) graph.setEdge(from, to);
  dagre.layout(graph);
  const at = new Map(
    ids.map((id) => {
      const { x, y } = graph.node(id);
      return [id, { x: x - nodeWidth / 2, y: y - nodeHeight / 2 }];
    }),
  );
  const height = Math.max(0, ...[...at.values()].map(({ y }) => y + nodeHeight));
  return { at, height };
}
