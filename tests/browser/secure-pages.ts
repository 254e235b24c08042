/** Serves the clones over HTTPS, so that they can stand under the real host names of the sites they are clones of. */
import { execFileSync } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { extname, join, normalize } from 'node:path';
import { fileURLToPath } from 'node:url';

const BUILT = fileURLToPath(new URL('../pages/built/', import.meta.url));
const PYTHON = fileURLToPath(new URL('../../.venv/bin/python', import.meta.url));
const TYPES: Record<string, string> = { '.html': 'text/html', '.css': 'text/css', '.js': 'text/javascript' };

/** A key and a certificate for one day that nobody signed but itself; the browsers under test take it as it is. */
const MAKE_CERTIFICATE = `
from datetime import datetime, timedelta, timezone
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization as form
from cryptography.hazmat.primitives.asymmetric import ec
key = ec.generate_private_key(ec.SECP256R1())
name = x509.Name([x509.NameAttribute(x509.NameOID.COMMON_NAME, "porte-parole tests")])
now = datetime.now(timezone.utc)
made = x509.CertificateBuilder().subject_name(name).issuer_name(name).public_key(key.public_key()).serial_number(1)
made = made.not_valid_before(now - timedelta(hours=1)).not_valid_after(now + timedelta(days=1)).sign(key, hashes.SHA256())
print(key.private_bytes(form.Encoding.PEM, form.PrivateFormat.PKCS8, form.NoEncryption()).decode())
print(made.public_bytes(form.Encoding.PEM).decode())
`;

export interface SecurePages {
  /** Of 127.0.0.1, whatever the host name. */
  readonly port: number;
  stop(): Promise<void>;
}

/** Starts on a free port; `/page.css` is every page's, and everything else is looked for in the folder `folderOf` gives. */
export async function serveSecurely(folderOf: (hostname: string) => string | undefined): Promise<SecurePages> {
  const pem = execFileSync(PYTHON, ['-c', MAKE_CERTIFICATE], { encoding: 'utf8' });
  const server = createServer({ key: pem, cert: pem }, async (request, response) => {
    const { hostname, pathname } = new URL(request.url ?? '/', `https://${request.headers.host}`);
    const path = normalize(pathname.endsWith('/') ? `${pathname}index.html` : pathname);
    const file = join(BUILT, path === '/page.css' ? path : join(folderOf(hostname) ?? 'nowhere', path));
    const body = await readFile(file).catch(() => null);
    response.writeHead(body ? 200 : 404, { 'content-type': `${TYPES[extname(file)] ?? 'text/plain'}; charset=utf-8` });
    response.end(body);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    port: (server.address() as AddressInfo).port,
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
