/**
 * Verdicts of this program and of pip about packages on which they could differ: extensions, names of modules that are not
 * the package's, missing libraries, broken metadata. test/e2e/weekly has plain packages.
 */
import { broken, compare, works } from './verdicts.ts';

compare([
  works('flask', '3.1.0'),
  works('orjson', '3.10.18'),
  works('lxml', '5.4.0', 'lxml.etree'),
  works('python-dateutil', '2.9.0.post0', 'dateutil'),
  works('pytest', '8.3.5'),
  works('python-dotenv', '1.1.0', 'dotenv', 'warned'),
  works('coloredlogs', '15.0.1', 'coloredlogs', 'warned'),
  broken('python-magic', '0.4.27', 'magic', 'fatal'),
  broken('pyzbar', '0.1.9', 'pyzbar.pyzbar', 'warned'),
  broken('sounddevice', '0.5.1', 'sounddevice', 'fatal'),
  broken('nose', '1.3.7', 'nose', 'warned'),
  broken('kaggle', '1.7.4.5', 'kaggle', 'warned'),
  { name: 'omegaconf', version: '2.0.6', module: 'omegaconf', plain: 'is not installed', ours: 'refused' },
]);
