/**
 * A Secret Service of its own for one test: a private D-Bus and a real gnome-keyring with an empty store, in a
 * temporary folder. Nothing of the person's session is touched, and nothing is left running: the processes also end
 * when the test's process is killed.
 */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as pause } from 'node:timers/promises';
import { createSecretService, type Holdings } from '../../electron/keychain/secret-service.ts';

type Environment = Record<string, string>;

export type SecretServiceSession = {
  /** To be laid over the environment of whatever shall use this service. */
  readonly env: Environment;
  /** Stops the daemon in its tracks: it holds its name and its connections, and answers nothing. */
  readonly freeze: () => void;
  readonly thaw: () => void;
  /** Ends the daemon and starts it again over the same store, unlocked or not, as at the next login. */
  readonly restart: (options: { locked: boolean }) => Promise<void>;
  /** Ends the daemon; the bus stays, with nobody on it to keep secrets. */
  readonly stopDaemon: () => Promise<void>;
  readonly stop: () => Promise<void>;
};

/** No service can be started by this bus on demand: what runs on it is what the test started. */
const busConfiguration = (socket: string) => `<busconfig>
  <type>session</type>
  <listen>unix:path=${socket}</listen>
  <auth>EXTERNAL</auth>
  <policy context="default">
    <allow send_destination="*" eavesdrop="true"/>
    <allow eavesdrop="true"/>
    <allow own="*"/>
  </policy>
</busconfig>
`;

/** Ends with this process, even if that is killed. Debian's util-linux has `setpriv`; without it, `exit` has to do. */
const launch = (command: string, args: readonly string[], env: Environment): ChildProcess => {
  const bound = existsSync('/usr/bin/setpriv');
  const child = bound
    ? spawn('/usr/bin/setpriv', ['--pdeathsig', 'KILL', command, ...args], { env, stdio: ['pipe', 'pipe', 'ignore'] })
    : spawn(command, args, { env, stdio: ['pipe', 'pipe', 'ignore'] });
  const kill = () => child.kill('SIGKILL');
  process.once('exit', kill);
  child.once('exit', () => process.off('exit', kill));
  // A command that is not there shows as a missing address or an absent service, with a message that says so.
  child.on('error', () => undefined);
  child.stdin?.on('error', () => undefined);
  return child;
};

const end = async (child: ChildProcess): Promise<void> => {
  if (child.exitCode !== null || child.signalCode !== null || child.pid === undefined) return;
  const ended = once(child, 'exit');
  child.kill('SIGKILL');
  await ended;
};

const ended = (child: ChildProcess) => child.exitCode !== null || child.signalCode !== null || child.pid === undefined;

/** Waits until the daemon answers and its collection is as asked. */
const answering = async (env: Environment, daemon: ChildProcess, wanted: Holdings['collection']): Promise<void> => {
  const service = createSecretService(env);
  const deadline = performance.now() + 20_000;
  while (performance.now() < deadline && !ended(daemon)) {
    try {
      const { collection } = await service.holdings({ service: 'none', account: 'none' }, AbortSignal.timeout(2000));
      if (collection === wanted) return;
    } catch {
      // Not on the bus yet.
    }
    await pause(20);
  }
  throw new Error('gnome-keyring-daemon did not get ready; is the package gnome-keyring installed?');
};

/** A login keyring as gnome-keyring writes one that has no password. */
const keyringWithoutPassword =
  '[keyring]\ndisplay-name=Login\nctime=0\nmtime=0\nlock-on-idle=false\nlock-after=false\n';

export type KeptElsewhere = { readonly account: string; readonly token: string };

/** Another keyring of that kind, which holds a token as the app keeps it. */
const keyringOf = ({ account, token }: KeptElsewhere): string => {
  const attributes = { service: 'Rolodesk', account, 'xdg:schema': 'org.freedesktop.Secret.Generic' };
  const lines = Object.entries(attributes).map(
    ([name, value], nth) => `\n[1:attribute${nth}]\nname=${name}\ntype=string\nvalue=${value}\n`,
  );
  const item = `\n[1]\nitem-type=0\ndisplay-name=Rolodesk\nsecret=${token}\nmtime=0\nctime=0\n`;
  return `${keyringWithoutPassword.replace('Login', 'Other')}${item}${lines.join('')}`;
};

/**
 * `locked`: there is a collection, made with a password, and nobody has unlocked it. `missing`: there is no collection
 * yet, as for a new user whose login needs no password. `withoutPassword`: there is one without a password, as after an
 * automatic login: it is locked, and unlocking it asks nobody. `elsewhere`: a token that is kept in another one of that kind.
 */
export const startSecretService = async ({
  locked = false,
  missing = false,
  withoutPassword = false,
  elsewhere = null as KeptElsewhere | null,
} = {}): Promise<SecretServiceSession> => {
  const folder = await mkdtemp(join(tmpdir(), 'secrets-'));
  const socket = join(folder, 'bus');
  const runtime = join(folder, 'run');
  await mkdir(runtime, { mode: 0o700 });
  await writeFile(join(folder, 'bus.conf'), busConfiguration(socket));
  const daemonEnv: Environment = {
    PATH: process.env.PATH ?? '/usr/bin:/bin',
    HOME: folder,
    XDG_DATA_HOME: join(folder, 'data'),
    XDG_RUNTIME_DIR: runtime,
    DBUS_SESSION_BUS_ADDRESS: `unix:path=${socket}`,
  };

  const bus = launch(
    'dbus-daemon',
    [`--config-file=${join(folder, 'bus.conf')}`, '--nofork', '--print-address=1'],
    daemonEnv,
  );
  let daemon: ChildProcess | null = null;
  const stop = async () => {
    if (daemon) await end(daemon);
    await end(bus);
    await rm(folder, { recursive: true, force: true });
  };

  const startDaemon = async (wanted: Holdings['collection']) => {
    // Asking is enough to open one without a password.
    const unlock = wanted === 'ready' && !withoutPassword;
    const args = ['--foreground', '--components=secrets', ...(unlock ? ['--unlock'] : [])];
    daemon = launch('gnome-keyring-daemon', args, daemonEnv);
    daemon.stdout?.resume();
    daemon.stdin?.end(unlock ? 'the password of the test' : '');
    await answering(daemonEnv, daemon, wanted);
  };

  try {
    const lines = createInterface({ input: bus.stdout ?? process.stdin });
    const printed = await Promise.race([once(lines, 'line'), once(bus, 'exit').then(() => null)]);
    if (printed === null) throw new Error('dbus-daemon did not start; is the package dbus installed?');
    if (withoutPassword) {
      const keyrings = join(folder, 'data/keyrings');
      await mkdir(keyrings, { recursive: true });
      await writeFile(join(keyrings, 'login.keyring'), keyringWithoutPassword);
      await writeFile(join(keyrings, 'default'), 'login');
      if (elsewhere !== null) await writeFile(join(keyrings, 'other.keyring'), keyringOf(elsewhere));
    }
    await startDaemon(missing ? 'missing' : 'ready');
    if (locked && daemon) {
      await end(daemon);
      await startDaemon('locked');
    }
  } catch (error) {
    await stop();
    throw error;
  }

  return {
    env: { DBUS_SESSION_BUS_ADDRESS: `unix:path=${socket}`, XDG_RUNTIME_DIR: runtime },
    freeze: () => daemon?.kill('SIGSTOP'),
    thaw: () => daemon?.kill('SIGCONT'),
    restart: async (options) => {
      if (daemon) await end(daemon);
      await startDaemon(options.locked ? 'locked' : 'ready');
    },
    stopDaemon: async () => {
      if (daemon) await end(daemon);
    },
    stop,
  };
};

/** An environment as it is where no session bus runs: on a server, in a container. */
export const withoutBus = (env: NodeJS.ProcessEnv): Environment => {
  const barred = ['DBUS_SESSION_BUS_ADDRESS', 'XDG_RUNTIME_DIR', 'DISPLAY', 'WAYLAND_DISPLAY'];
  const kept = Object.entries(env).filter(([key, value]) => value !== undefined && !barred.includes(key));
  return Object.fromEntries(kept) as Environment;
};

/**
 * An environment in which libsecret cannot be loaded: an empty file of its name stands first on the loader's path.
 * `dispose` removes it.
 */
export const withoutLibsecret = async (): Promise<{ env: Environment; dispose: () => Promise<void> }> => {
  const folder = await mkdtemp(join(tmpdir(), 'no-libsecret-'));
  await writeFile(join(folder, 'libsecret-1.so.0'), '');
  return { env: { LD_LIBRARY_PATH: folder }, dispose: () => rm(folder, { recursive: true, force: true }) };
};
