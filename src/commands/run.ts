/**
 * `uketsuke run`: the office at work until it is told to end. Exits 1 where it cannot begin
 * (config, database, templates), retries by itself where a server is out of reach.
 */
import { flushCompileCache } from 'node:module';
import { systemClock } from '../clock.ts';
import { loadConfig } from '../config.ts';
import { openOffice } from '../flow/open-office.ts';
import { imapSettings, smtpSettings } from '../flow/server-settings.ts';
import { startService } from '../flow/service.ts';
import { giveMemoryBackWhenQuiet } from '../host/quiet.ts';
import { systemdSupervisor } from '../host/systemd.ts';
import { createLog } from '../log.ts';
import { openRelay } from '../smtp/relay.ts';
import { claimDatabase } from '../store/sqlite.ts';
import { endSignal } from './end-signal.ts';
import { upgradeLine } from './upgrade-line.ts';

export async function run(configPath: string): Promise<void> {
  const quiet = giveMemoryBackWhenQuiet();
  const log = createLog(systemClock, (line) => {
    process.stdout.write(`${line}\n`);
    quiet.stir();
  });
  const loaded = loadConfig(configPath, { env: process.env });
  const release = claimDatabase(loaded.config.database);
  const upgrade = upgradeLine();
  const opening = openOffice(loaded, { clock: systemClock, log, onUpgrading: upgrade.step });
  const office = await opening.finally(upgrade.end);
  const service = startService(
    office,
    imapSettings(loaded, log),
    openRelay(smtpSettings(loaded, log)),
  );
  log.info('started', {
    sendMode: office.config.sendMode,
    terms: office.terms.map(({ label }) => label).join(', '),
  });
  const supervisor = systemdSupervisor({
    env: process.env,
    onTrouble: (why) => log.warn('watchdog', { why }),
  });
  supervisor.watch(() => office.pulse.alive());
  void service.ready.then(() => {
    log.info('ready');
    supervisor.ready();
    // Now, for a program that is killed writes nothing at its end.
    flushCompileCache();
  });
  const signal = await endSignal();
  log.info('stopping', { signal });
  supervisor.stopping();
  await service.stop();
  await office.store.close();
  release();
  log.info('stopped');
}
