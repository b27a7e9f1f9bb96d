import type { Words } from '../../shared/model/words.js';
import type { WakeKey } from './wake-words.js';

/** The same in Spanish. */
export const wakeEs: Words<WakeKey> = {
  'wake.title': 'Un aviso cuando haya algo para ti',
  'wake.about':
    'Tu teléfono puede avisarte cuando haya algo para ti, también con esta página cerrada. Está desactivado hasta que tú lo actives. Si lo haces, conviene saber esto:',
  'wake.browser':
    'El fabricante de tu navegador, como Google, Apple o Mozilla, ve que hay algo para tu navegador y cuándo. No ve qué es ni de quién.',
  'wake.server':
    'Nuestro servidor ve dónde localizar tu navegador mientras envía el aviso, y no lo guarda. El equipo no lo ve.',
  'wake.screen':
    'Quien vea tu pantalla ve el aviso: las palabras que elegiste y la dirección {host}. También con el teléfono bloqueado.',
  'wake.leave': 'Después de «{button}» no llega ningún aviso más hasta que vuelvas a abrir esta página.',
  'wake.weeks': 'Abre esta página una vez cada tres semanas. Si no, los avisos se acaban.',
  'wake.delay': '¿Con qué rapidez?',
  'wake.delay.none': 'Enseguida',
  'wake.delay.ten-seconds': 'En 10 segundos',
  'wake.delay.two-minutes': 'En 2 minutos',
  'wake.delay.hint':
    'Esperar hace más difícil ver qué mensaje corresponde a qué aviso. Lo que llegue mientras tanto va en el mismo aviso.',
  'wake.on': 'Los avisos están activados.',
  'wake.off':
    'Los avisos están desactivados. En los ajustes de tu navegador sigue constando que estaban permitidos.',
  'wake.turn-on': 'Activar avisos',
  'wake.turn-off': 'Desactivar avisos',
  'wake.forbidden': 'Tu navegador no permite avisos aquí. Puedes cambiarlo en los ajustes de tu navegador.',
  'wake.unlisted':
    'Tu navegador recibe los avisos por un servicio al que no enviamos nada. Mira de vez en cuando si hay respuesta.',
  'wake.failed': 'No ha funcionado. Mira si tienes conexión e inténtalo otra vez.',
};
