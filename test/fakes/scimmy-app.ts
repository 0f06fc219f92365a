import express from 'express';
import SCIMMYRouters from 'scimmy-routers';

/** scimmy's routers on Express, at `/scim/v2` and behind one bearer token. Its resources must be declared before. */
export function scimmyApp(token: string): express.Express {
  const app = express();
  app.use(
    '/scim/v2',
    new SCIMMYRouters({
      type: 'bearer',
      handler: (request: express.Request) => {
        if (request.header('Authorization') !== `Bearer ${token}`) throw new Error('wrong token');
        return 'client';
      },
    }) as unknown as express.RequestHandler,
  );
  return app;
}
