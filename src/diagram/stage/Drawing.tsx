import { Position, ReactFlow, type Edge, type EdgeTypes, type Node, type NodeProps, type NodeTypes } from '@xyflow/react';
import { memo, useMemo } from 'react';
import type { Topology } from '../../simulation/technique.ts';
import type { Drawing as Placed, PlacedNode } from '../layout/types.ts';
import { fullNameOf, nameOf } from '../names.ts';
import { StageContext } from './context.ts';
import { Messages } from './Messages.tsx';
import { Shape } from './Shape.tsx';
import { WireEdge } from './Wire.tsx';

type ParticipantNode = Node<{ placed: PlacedNode; topology: Topology }>;
type LayerNode = Node<{ topology: Topology }>;

/** React Flow draws an edge only between handles that it finds in the page; wires follow points of their own. */
const handle = <i hidden className="source target" data-handlepos={Position.Right} />;

const ParticipantView = memo(({ data }: NodeProps<ParticipantNode>) => <><Shape {...data} />{handle}</>);
ParticipantView.displayName = 'ParticipantView';

const LayerView = memo(({ data: { topology } }: NodeProps<LayerNode>) => <Messages topology={topology} />);
LayerView.displayName = 'LayerView';

const nodeTypes = { participant: ParticipantView, layer: LayerView } as unknown as NodeTypes;
const edgeTypes: EdgeTypes = { wire: WireEdge };
const still = { draggable: false, selectable: false, focusable: false, connectable: false, deletable: false };
const viewport = { x: 0, y: 0, zoom: 1 };
/** Every key belongs to the figure. */
const keyless = {
  deleteKeyCode: null, selectionKeyCode: null, panActivationKeyCode: null, multiSelectionKeyCode: null, zoomActivationKeyCode: null,
};
const quiet = {
  'node.a11yDescription.default': 'A participant of the technique.',
  'node.a11yDescription.keyboardDisabled': 'A participant of the technique.',
  'edge.a11yDescription.default': 'A channel between two participants.',
};

/** A server has no page to find handles in. */
function fixed(id: string, { x, y, width, height }: PlacedNode['box']) {
  const place = { position: Position.Right, x: width, y: height / 2 };
  return {
    id, position: { x, y }, width, height, measured: { width, height },
    handles: [{ type: 'source' as const, ...place }, { type: 'target' as const, ...place }], ...still,
  };
}

function nodesOf(drawing: Placed, topology: Topology): Node[] {
  const participants = drawing.nodes.map((placed): ParticipantNode => ({
    ...fixed(placed.id, placed.box),
    type: 'participant', data: { placed, topology },
    ariaRole: 'img', ariaLabel: fullNameOf(placed.id, topology.participants[placed.id]!.role),
    domAttributes: { 'aria-roledescription': undefined, 'data-participant': placed.id } as ParticipantNode['domAttributes'],
  }));
  const { width, height } = drawing;
  const layer: LayerNode = {
    ...fixed('messages', { x: 0, y: 0, width, height }), type: 'layer', data: { topology }, zIndex: 5,
    domAttributes: { 'aria-roledescription': undefined, 'aria-hidden': true } as LayerNode['domAttributes'],
  };
  return [...participants, layer];
}

function edgesOf(drawing: Placed, prefix: string): Edge[] {
  return drawing.wires.map((wire) => ({
    id: `${prefix}-${wire.id}`, source: wire.ends[0], target: wire.ends[1],
    type: 'wire', data: { wire }, ...still, reconnectable: false,
    ariaRole: 'img', ariaLabel: `channel between ${nameOf(wire.ends[0])} and ${nameOf(wire.ends[1])}`,
    domAttributes: { 'aria-roledescription': undefined } as Edge['domAttributes'],
  }));
}

/** One of the three drawings of a technique, at its own fixed size. `id` sets it apart from others on the page. */
export function Drawing({ topology, drawing, id }: { topology: Topology; drawing: Placed; id: string }) {
  const { width } = drawing;
  const setting = useMemo(() => ({ drawing, prefix: `${id}-${width}` }), [drawing, width, id]);
  const { prefix } = setting;
  const nodes = useMemo(() => nodesOf(drawing, topology), [drawing, topology]);
  const edges = useMemo(() => edgesOf(drawing, prefix), [drawing, prefix]);
  return (
    <StageContext value={setting}>
      <div className="drawing" data-width={width} style={{ '--w': `${width}px`, '--h': `${drawing.height}px` } as React.CSSProperties}>
        <div className="drawing-scale" style={{ width, height: drawing.height }}>
          <ReactFlow
            id={prefix} width={width} height={drawing.height} nodes={nodes} edges={edges} nodeTypes={nodeTypes} edgeTypes={edgeTypes}
            defaultViewport={viewport} minZoom={1} maxZoom={1} ariaLabelConfig={quiet} disableKeyboardA11y
            nodesDraggable={false} nodesConnectable={false} nodesFocusable={false} edgesFocusable={false} elementsSelectable={false}
            panOnDrag={false} panOnScroll={false} zoomOnScroll={false} zoomOnPinch={false} zoomOnDoubleClick={false}
            preventScrolling={false} {...keyless} aria-label="The technique’s participants and channels"
          />
        </div>
      </div>
    </StageContext>
  );
}
