import { endWith } from './end-with.mjs';
import { findViolations } from './layout/find-violations.mjs';
import { root } from './root.mjs';

await endWith(async () => {
  const { violations, modules } = await findViolations(root);
  for (const { rule, from, to, why } of violations) console.log(`${from} must not import ${to}\n  ${rule}: ${why}`);
  console.log(`${modules} modules, ${violations.length} forbidden imports`);
  return violations.length === 0 ? 0 : 1;
});
