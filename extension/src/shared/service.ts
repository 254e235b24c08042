/**
 * The company's own service (PP2), as managed storage names it: an origin and a public key, both or none. Talking to it
 * is the background's; the pages say in words where the text goes.
 */
import { browser } from './browser';
import { fromBase64Url, type Bytes } from './encodings';
import type { SettingValues } from './settings';

/** One service, and the public key that proves it. */
export interface Service {
  /** Scheme and host, with its port where it is not 443; nothing after. */
  readonly origin: string;
  /** As people read it: host, with its port where it is not 443. */
  readonly host: string;
  /** TCP port of the origin, 1 to 65535. */
  readonly port: number;
  /** P-256, the point uncompressed: 65 bytes. */
  readonly point: Bytes;
  /** The manifest's own pattern for it. */
  readonly permission: string;
}

/**
 * Why what the company set is not used.
 * - `service_origin`: not "https://host[:port]" with nothing after.
 * - `service_public_key`: no point of P-256; also when only the origin is set.
 * - `service_not_allowed`: this copy of the extension may not reach it; `porte-parole extension --service` makes one that may.
 */
export type ServiceProblem = 'service_origin' | 'service_public_key' | 'service_not_allowed';

export interface ServiceChoice {
  readonly service: Service | null;
  readonly problem: ServiceProblem | null;
}

const PROGRAM = 'http://127.0.0.1/*';

export async function serviceIn({ service_origin: origin, service_public_key: key }: SettingValues): Promise<ServiceChoice> {
  if (origin === undefined && key === undefined) return { service: null, problem: null };
  const url = originOf(origin ?? '');
  if (url === null) return { service: null, problem: 'service_origin' };
  const point = await pointOf(key ?? '');
  if (point === null) return { service: null, problem: 'service_public_key' };
  const permission = permissionFor(url);
  if (permission === undefined) return { service: null, problem: 'service_not_allowed' };
  const port = url.port === '' ? 443 : Number(url.port);
  return { service: { origin: url.origin, host: url.host, port, point, permission }, problem: null };
}

/** Copies made for a service cannot reach a program on this computer at all, whatever a policy says. */
export const isMadeForService = (): boolean => !hostPermissions().includes(PROGRAM);

function originOf(typed: string): URL | null {
  const url = URL.canParse(typed) ? new URL(typed) : null;
  return url?.protocol === 'https:' && url.origin === typed ? url : null;
}

async function pointOf(typed: string): Promise<Bytes | null> {
  const point = fromBase64Url(typed);
  if (point?.length !== 65 || point[0] !== 4) return null;
  const curve = { name: 'ECDH', namedCurve: 'P-256' };
  return crypto.subtle.importKey('raw', point, curve, false, []).then(() => point, () => null);
}

// The rule for connections stands in the same manifest and is made together with the permission.
const permissionFor = ({ hostname, origin }: URL): string | undefined =>
  hostPermissions().find((pattern) => pattern === `${origin}/*` || pattern === `https://${hostname}/*`);

const hostPermissions = (): readonly string[] => browser.runtime.getManifest().host_permissions ?? [];
