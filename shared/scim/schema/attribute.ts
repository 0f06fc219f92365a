/** Attribute characteristics as data (RFC 7643 sections 2.2, 2.3 and 7). */

export type AttributeType = 'string' | 'boolean' | 'decimal' | 'integer' | 'dateTime' | 'reference' | 'binary' | 'complex';

export interface Attribute {
  readonly name: string;
  readonly type: AttributeType;
  readonly multiValued: boolean;
  readonly description: string;
  readonly required: boolean;
  readonly caseExact: boolean;
  readonly mutability: 'readOnly' | 'readWrite' | 'immutable' | 'writeOnly';
  readonly returned: 'always' | 'never' | 'default' | 'request';
  readonly uniqueness: 'none' | 'server' | 'global';
  readonly canonicalValues?: readonly string[];
  /** True where nothing but the canonical values is taken; elsewhere they are suggestions. */
  readonly closed?: boolean;
  readonly referenceTypes?: readonly string[];
  readonly subAttributes?: readonly Attribute[];
}

type Options = Partial<Omit<Attribute, 'name' | 'description'>>;

/** An attribute with the defaults of RFC 7643 section 2.2. */
export const attribute = (name: string, description: string, options: Options = {}): Attribute => ({
  name,
  type: 'string',
  multiValued: false,
  description,
  required: false,
  caseExact: false,
  mutability: 'readWrite',
  returned: 'default',
  uniqueness: 'none',
  ...options,
});

export interface Schema {
  readonly id: string;
  readonly name: string;
  readonly description: string;
  readonly attributes: readonly Attribute[];
}

/** Attribute names are compared without case (RFC 7643 section 2.1). */
export const findAttribute = (attributes: readonly Attribute[] | undefined, name: string): Attribute | undefined => {
  if (attributes === undefined) return undefined;
  const key = name.toLowerCase();
  return attributes.find((candidate) => candidate.name.toLowerCase() === key);
};
