import type { Step } from './step';
import type { StepId } from './step-id';
import { testAndActivate } from './steps/activation';
import { chooseFeatures, nameApplication, openApplications, startIntegration } from './steps/application';
import { addConnection, copySsoDetails } from './steps/connection';
import { chooseGroups, openUserGroups, settleMappings, startPushing } from './steps/groups';
import { compareScimValues, fillInProvisioning } from './steps/provisioning';
import { createConnection, fillInSso } from './steps/saml-exchange';
import { copyScimCredentials, openOrganisationSettings, signInAtVendor } from './steps/scim-credentials';

/** The guide: the seed's steps under their numbers, in our words, with its gaps filled and marked. */
export const steps: Readonly<Record<StepId, Step>> = {
  '1': signInAtVendor,
  '2': openOrganisationSettings,
  '3': copyScimCredentials,
  '4': openApplications,
  '5': startIntegration,
  '6': chooseFeatures,
  '7': nameApplication,
  '8': addConnection,
  '9': copySsoDetails,
  '10': fillInSso,
  '11': createConnection,
  '12': compareScimValues,
  '13': fillInProvisioning,
  G1: openUserGroups,
  G2: chooseGroups,
  G3: startPushing,
  G4: settleMappings,
  '14': testAndActivate,
};
