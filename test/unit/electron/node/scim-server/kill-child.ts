import { createScimServer } from '../../../../../electron/node/scim-server/scim-server';

/** A server in a process of its own, to be killed: `kill-child FOLDER TOKEN`. It opens when it is told to by a line; its port is the first line back. */
const [folder = '', token = ''] = process.argv.slice(2);
process.stdin.once('data', () => {
  const server = createScimServer({ data: folder, token, profile: 'vendor' });
  if (!server.ok) throw new Error(JSON.stringify(server.error));
  if (server.value.recovery !== null) throw new Error('a killed server must leave no damage');
  server.value.listen(0).then((listening) => {
    if (!listening.ok) throw new Error(listening.error.message);
    process.stdout.write(`${listening.value.port}\n`);
  });
});
