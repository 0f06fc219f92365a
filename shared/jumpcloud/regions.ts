/** Where JumpCloud's API and console are (jumpcloud-behaviour.md section 3). */
export const regions = {
  us: { label: 'United States', baseUrl: 'https://console.jumpcloud.com' },
  eu: { label: 'European Union', baseUrl: 'https://console.eu.jumpcloud.com' },
  in: { label: 'India', baseUrl: 'https://console.in.jumpcloud.com' },
} as const;

export type Region = keyof typeof regions;
export const regionIds = Object.keys(regions) as readonly Region[];
