/** Walks up the page as it is laid out: through slots, and out of shadow roots to their hosts. */

/** The elements around a node, nearest first. */
export function* elementsAround(node: Node): Generator<Element> {
  for (let outer = parentOf(node); outer !== null; outer = parentOf(outer)) if (isElement(outer)) yield outer;
}

/** Whether `inner` is `outer` or laid out somewhere inside it. */
export function isInside(inner: Node, outer: Element): boolean {
  if (inner === outer) return true;
  for (const around of elementsAround(inner)) if (around === outer) return true;
  return false;
}

/** The trees a node is in, innermost first, the document last. */
export function rootsOf(node: Node): (Document | ShadowRoot)[] {
  const root = node.getRootNode() as Document | ShadowRoot;
  return root instanceof ShadowRoot ? [root, ...rootsOf(root.host)] : [root];
}

function parentOf(node: Node): Node | null {
  const slot = (node as Partial<Element>).assignedSlot;
  if (slot) return slot;
  return node.parentNode ?? (node as Partial<ShadowRoot>).host ?? null;
}

const isElement = (node: Node): node is Element => node.nodeType === Node.ELEMENT_NODE;
