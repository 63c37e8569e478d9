'use client';

import {
  Background,
  type Edge,
  MarkerType,
  type Node,
  Position,
  ReactFlow,
  type ReactFlowProps,
} from '@xyflow/react';
import '@xyflow/react/dist/style.css';
import { useTranslations } from 'next-intl';
import { memo, useDeferredValue, useMemo, useRef } from 'react';
import { useShallow } from 'zustand/shallow';
import { useDraft, useEditing, useEditor } from '../editorContext';
import { draftOf, edit, show } from '../editorStore';
import { closesCircle, edgesOf, setNeed } from '../model/needs';
import { useSettled } from '../sections/useSettled';
import { useStartTexts } from '../useStartTexts';
import { layoutOf, nodeHeight, nodeWidth } from './layout';
import './graph.css';

/**
 * Which request needs the answer to which: drawn, and changed by pulling from one to another. All it can do, the ticks of the request's
 * form can too.
 */
export default function NeedsGraph() {
  return <Picture {...useGraph()} />;
}

interface Graph {
  nodes: Node[];
  edges: Edge[];
  height: number;
}

/** Drawn only with another picture: it looks at all its nodes whenever it is. */
const Picture = memo(function Picture(graph: Graph) {
  const t = useTranslations('editor.graph');
  const { store } = useEditing();
  const texts = useStartTexts();
  const connect: ReactFlowProps['onConnect'] = ({ source, target }) => {
    if (closesCircle(draftOf(store.getState()), source, target)) return;
    edit(store, (d) => setNeed(d, target, { request: source }, true, texts));
  };
  return (
    <figure aria-label={t('title')} className="mt-4">
      <div
        className="rounded-xl border border-line bg-panel"
        style={{ height: Math.min(420, graph.height + 48) }}
      >
        <ReactFlow
          {...graph}
          key={graph.nodes.length}
          fitView
          fitViewOptions={{ maxZoom: 1, padding: 0.08 }}
          minZoom={0.2}
          maxZoom={1.25}
          nodesDraggable={false}
          zoomOnScroll={false}
          preventScrolling={false}
          deleteKeyCode={['Backspace', 'Delete']}
          proOptions={{ hideAttribution: true }}
          isValidConnection={({ source, target }) =>
            source !== target && !closesCircle(draftOf(store.getState()), source, target)
          }
          onConnect={connect}
          onEdgesDelete={(gone) =>
            edit(store, (d) =>
              gone.reduce((rest, e) => setNeed(rest, e.target, { request: e.source }, false, texts), d),
            )
          }
          onNodeClick={(_, node) => show(store, 'requests', node.id)}
        >
          <Background color="var(--line)" gap={20} />
        </ReactFlow>
      </div>
      <figcaption className="mt-1 text-xs text-soft">{t('how')}</figcaption>
    </figure>
  );
});

/** The picture, laid out anew only when what it connects changes, and named anew once typing pauses. */
function useGraph(): Graph {
  const t = useTranslations('editor.graph');
  const { store } = useEditing();
  const open = useEditor((s) => s.open.requests);
  const ids = useDraft(useShallow((d) => d.requests.map((r) => r.id)));
  const typed = useDraft(useShallow((d) => new Map(d.requests.map((r) => [r.id, r.title]))));
  const titles = useDeferredValue(useSettled(typed));
  const pairs = useDraft(useShallow((d) => edgesOf(d).map((pair) => pair.join(' '))));
  const { at, height, edges } = useMemo(() => {
    const ends = pairs.map((pair): [string, string] => {
      const [from = '', to = ''] = pair.split(' ');
      return [from, to];
    });
    return { ...layoutOf(ids, ends), edges: ends };
  }, [ids, pairs]);
  // Nodes that are as they were stay the same objects: only the others are drawn anew.
  const drawn = useRef(new Map<string, Node>());
  return useMemo(() => {
    // What is new has no settled title yet.
    const fresh = draftOf(store.getState()).requests;
    const title = (id: string) => titles.get(id) ?? fresh.find((r) => r.id === id)?.title ?? id;
    const nodes = ids.map((id) => {
      const { x, y } = at.get(id) ?? { x: 0, y: 0 };
      const look = { label: title(id), className: id === open ? 'is-open' : '', x, y };
      const before = drawn.current.get(id);
      const same =
        before?.data.label === look.label &&
        before.className === look.className &&
        before.position.x === x &&
        before.position.y === y;
      if (before && same) return before;
      return {
        id,
        position: { x, y },
        width: nodeWidth,
        height: nodeHeight,
        sourcePosition: Position.Right,
        targetPosition: Position.Left,
        deletable: false,
        data: { label: look.label },
        className: look.className,
        ariaLabel: t('node', { title: look.label }),
      };
    });
    drawn.current = new Map(nodes.map((node) => [node.id, node]));
    return {
      height,
      nodes,
      edges: edges.map(([source, target]) => ({
        id: `${source} ${target}`,
        source,
        target,
        markerEnd: { type: MarkerType.ArrowClosed, color: 'var(--mail-line)' },
        ariaLabel: t('edge', { from: title(source), to: title(target) }),
      })),
    };
  }, [ids, titles, at, height, edges, open, store, t]);
}
