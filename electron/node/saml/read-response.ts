import type { AssertionView, NameId, ResponseView, SamlAttribute, SubjectConfirmation } from '../../../shared/saml/response';
import { NS } from '../../../shared/saml/uris';
import { attribute, child, children, text, token } from './dom';

/** The `samlp:Response` element as data, without its assertion. */
export function readResponse(root: Element): ResponseView {
  const status = child(root, NS.protocol, 'Status');
  const code = status && child(status, NS.protocol, 'StatusCode');
  const subCode = code && child(code, NS.protocol, 'StatusCode');
  return {
    id: attribute(root, 'ID'),
    version: attribute(root, 'Version'),
    issueInstant: attribute(root, 'IssueInstant'),
    destination: attribute(root, 'Destination'),
    inResponseTo: attribute(root, 'InResponseTo'),
    issuer: token(child(root, NS.assertion, 'Issuer')),
    status: {
      code: code && attribute(code, 'Value'),
      subCode: subCode && attribute(subCode, 'Value'),
      message: status && token(child(status, NS.protocol, 'StatusMessage')),
    },
  };
}

/** A `saml:Assertion` element as data. What repeats where the schema wants one is kept or counted, never silently the first. */
export function readAssertion(root: Element): AssertionView {
  const subjects = children(root, NS.assertion, 'Subject');
  const [subject] = subjects;
  const conditions = child(root, NS.assertion, 'Conditions');
  return {
    id: attribute(root, 'ID'),
    version: attribute(root, 'Version'),
    issueInstant: attribute(root, 'IssueInstant'),
    issuer: token(child(root, NS.assertion, 'Issuer')),
    nameId: subject && subjects.length === 1 ? readNameId(subject) : null,
    confirmations: subject ? children(subject, NS.assertion, 'SubjectConfirmation').map(readConfirmation) : [],
    conditions: conditions && {
      notBefore: attribute(conditions, 'NotBefore'),
      notOnOrAfter: attribute(conditions, 'NotOnOrAfter'),
      audienceRestrictions: children(conditions, NS.assertion, 'AudienceRestriction').map((restriction) =>
        children(restriction, NS.assertion, 'Audience').map((audience) => text(audience) ?? ''),
      ),
    },
    authnStatements: children(root, NS.assertion, 'AuthnStatement').map((statement) => {
      const context = child(statement, NS.assertion, 'AuthnContext');
      return {
        authnInstant: attribute(statement, 'AuthnInstant'),
        sessionNotOnOrAfter: attribute(statement, 'SessionNotOnOrAfter'),
        context: context && token(child(context, NS.assertion, 'AuthnContextClassRef')),
      };
    }),
    attributes: readAttributes(root),
  };
}

/** Exactly one NameID of text only, or none: an element inside it would make two readers see two names. */
function readNameId(subject: Element): NameId | null {
  const ids = children(subject, NS.assertion, 'NameID');
  const [id] = ids;
  if (!id || ids.length !== 1 || id.getElementsByTagName('*').length > 0) return null;
  return { value: text(id) ?? '', format: attribute(id, 'Format') };
}

function readConfirmation(confirmation: Element): SubjectConfirmation {
  const data = child(confirmation, NS.assertion, 'SubjectConfirmationData');
  return {
    method: attribute(confirmation, 'Method'),
    recipient: data && attribute(data, 'Recipient'),
    notBefore: data && attribute(data, 'NotBefore'),
    notOnOrAfter: data && attribute(data, 'NotOnOrAfter'),
    inResponseTo: data && attribute(data, 'InResponseTo'),
  };
}

/** Statements may be several and a name may repeat: values are joined under it in the order of the document. */
function readAttributes(root: Element): readonly SamlAttribute[] {
  const byName = new Map<string, { readonly nameFormat: string | null; readonly values: string[] }>();
  for (const statement of children(root, NS.assertion, 'AttributeStatement')) {
    for (const element of children(statement, NS.assertion, 'Attribute')) {
      const name = attribute(element, 'Name') ?? '';
      const entry = byName.get(name) ?? {
        nameFormat: attribute(element, 'NameFormat'),
        values: [],
      };
      entry.values.push(...children(element, NS.assertion, 'AttributeValue').map((value) => text(value) ?? ''));
      byName.set(name, entry);
    }
  }
  return [...byName].map(([name, { nameFormat, values }]) => ({
    name,
    nameFormat,
    values,
  }));
}
