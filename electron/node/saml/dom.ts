/** Small readers over the DOM: by namespace and local name always, prefixes mean nothing. */
export function isElement(node: Node | null): node is Element {
  return node !== null && node.nodeType === 1;
}

export function isNamed(element: Element, namespace: string, localName: string): boolean {
  return element.namespaceURI === namespace && element.localName === localName;
}

export function elementChildren(parent: Node): readonly Element[] {
  const children: Element[] = [];
  for (let node = parent.firstChild; node !== null; node = node.nextSibling) if (isElement(node)) children.push(node);
  return children;
}

export function children(parent: Node, namespace: string, localName: string): readonly Element[] {
  return elementChildren(parent).filter((element) => isNamed(element, namespace, localName));
}

export function child(parent: Node, namespace: string, localName: string): Element | null {
  return children(parent, namespace, localName)[0] ?? null;
}

/** Every element below and including `root`, in document order. Depth is bounded by the scan. */
export function* walk(root: Element): Generator<Element> {
  yield root;
  for (const element of elementChildren(root)) yield* walk(element);
}

export function descendants(root: Element, namespace: string, localName: string): readonly Element[] {
  return [...walk(root)].filter((element) => isNamed(element, namespace, localName));
}

/** An attribute without a namespace, or null: '' is a value. */
export function attribute(element: Element, name: string): string | null {
  return element.hasAttribute(name) ? element.getAttribute(name) : null;
}

/** All character data of the element, comments apart, nothing trimmed. */
export function text(element: Element | null): string | null {
  return element === null ? null : (element.textContent ?? '');
}

/** Character data trimmed, '' as null: for values whose schema type collapses white space (anyURI). */
export function token(element: Element | null): string | null {
  const value = text(element)?.trim() ?? '';
  return value === '' ? null : value;
}
