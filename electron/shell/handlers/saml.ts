import type { samlRequests } from '../../../shared/ipc/saml';
import { err, ok } from '../../../shared/result';
import { writeCalendar } from '../../../shared/saml/calendar';
import { toPem } from '../../../shared/saml/certificate';
import { signingCertificates } from '../../../shared/saml/compare-metadata';
import type { SamlLab } from '../../node/saml-lab/lab';
import { saveAs } from '../save-as';
import type { Handlers } from './handlers';

/** The SAML lab for the window. */
export function samlHandlers({ saml }: { readonly saml: SamlLab }): Handlers<keyof typeof samlRequests> {
  return {
    'saml:view': ({ workspaceId }) => saml.view(workspaceId),
    'saml:read-metadata': ({ workspaceId, source }) => saml.readMetadata(workspaceId, source),
    'saml:adopt-metadata': ({ workspaceId, offerId, entityId }) => saml.adoptMetadata(workspaceId, offerId, entityId),
    'saml:forget-metadata': ({ workspaceId }) => saml.forgetMetadata(workspaceId),
    'saml:read-sp-metadata': ({ workspaceId, source }) => saml.readSpMetadata(workspaceId, source),
    'saml:set-vendor-certificate': ({ workspaceId, bytes }) => saml.setVendorCertificate(workspaceId, bytes),
    'saml:set-sign-in-url': ({ workspaceId, url }) => saml.setSignInUrl(workspaceId, url),
    'saml:set-attributes': ({ workspaceId, attributes }) => saml.setAttributes(workspaceId, attributes),
    'saml:set-person': ({ workspaceId, person }) => saml.setPerson(workspaceId, person),
    'saml:set-sign': ({ workspaceId, sign }) => saml.setSign(workspaceId, sign),
    'saml:set-break-glass': ({ workspaceId, exemptAdmins, enforceSso }) => saml.setBreakGlass(workspaceId, exemptAdmins, enforceSso),
    'saml:find-people': ({ workspaceId, text }) => saml.findPeople(workspaceId, text),
    'saml:rehearse': ({ workspaceId, flow }) => saml.rehearse(workspaceId, flow),
    'saml:fault-matrix': ({ workspaceId, flow }) => saml.faultMatrix(workspaceId, flow),
    'saml:rotation': ({ workspaceId }) => saml.rotation(workspaceId),
    'saml:check-capture': ({ workspaceId, ...input }) => saml.checkCapture(workspaceId, input),
    'saml:save-sp-metadata': async ({ workspaceId }, { window }) => {
      const view = await saml.view(workspaceId);
      if (!view.ok) return view;
      if (view.value.spMetadataText === null)
        return err({
          code: 'values-missing',
          message: 'The file needs the SP Entity ID and the ACS URL.',
          fix: 'Enter them in the guide, step 9.',
        });
      return saveAs(window(), {
        title: "Save TestMu AI's metadata for JumpCloud",
        fileName: 'testmu-ai-sp-metadata.xml',
        kind: ['SAML metadata', ['xml']],
        content: view.value.spMetadataText,
      });
    },
    'saml:save-calendar': async ({ workspaceId }, { window }) => {
      const view = await saml.view(workspaceId);
      if (!view.ok) return view;
      const content = writeCalendar(view.value.expiries, Date.now());
      return saveAs(window(), {
        title: 'Save what ends when',
        fileName: 'scim-preflight-expiries.ics',
        kind: ['Calendar', ['ics']],
        content,
      });
    },
    'saml:save-certificate': async ({ workspaceId, sha256 }, { window }) => {
      const view = await saml.view(workspaceId);
      if (!view.ok) return view;
      const certificate =
        view.value.idp === null ? undefined : signingCertificates(view.value.idp.idp).find((one) => one.sha256 === sha256);
      if (certificate === undefined) return ok(null);
      return saveAs(window(), {
        title: 'Save the certificate for TestMu AI',
        fileName: 'jumpcloud-signing.pem',
        kind: ['Certificate', ['pem', 'cer']],
        content: toPem(certificate),
      });
    },
  };
}
