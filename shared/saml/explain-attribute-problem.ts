import { assertNever } from '../result';
import type { AttributeProblem } from './attribute-table';
import type { Finding } from './finding';

export function explainAttributeProblem(problem: AttributeProblem): Finding {
  const finding = (severity: Finding['severity'], expected: string, found: string, fix: string): Finding => ({
    code: `attribute-${problem.kind}`,
    severity,
    expected,
    found,
    fix,
  });
  switch (problem.kind) {
    case 'case-trap':
      return finding(
        'error',
        problem.expected,
        problem.serviceName,
        `Write "${problem.expected}": attribute names are case-sensitive and a wrong one is dropped without a word.`,
      );
    case 'missing':
      return finding(
        'error',
        problem.expected,
        'no such row',
        `Add a row with the service attribute name "${problem.expected}" under User Attributes in JumpCloud.`,
      );
    case 'twice':
      return finding('warning', 'each service attribute once', `${problem.serviceName} twice`, 'Remove one of the two rows.');
    case 'white-space':
      return finding(
        'error',
        problem.serviceName.trim(),
        JSON.stringify(problem.serviceName),
        'Retype the name without the space around it.',
      );
    case 'unknown-source':
      return finding(
        'warning',
        problem.suggestion ?? 'a JumpCloud attribute such as email, firstname, lastname',
        problem.jumpCloudName || 'nothing',
        problem.suggestion === null
          ? "Choose the attribute from JumpCloud's list; a custom attribute must exist for every person."
          : `Write "${problem.suggestion}": JumpCloud's own attribute names are lower case.`,
      );
    default:
      return assertNever(problem);
  }
}
