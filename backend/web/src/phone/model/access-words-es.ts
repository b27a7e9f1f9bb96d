import type { Words } from '../../shared/model/words.js';
import type { accessNl } from './access-words-nl.js';

/** What is said of who can use the page and who can't yet, in Spanish. */
export const accessEs: Words<keyof typeof accessNl> = {
  'access.title': 'Accesibilidad',
  'access.lead':
    'Esta página es para todo el mundo. También si usas un lector de pantalla, solo un teclado o letras grandes.',
  'access.far': 'Hasta dónde hemos llegado',
  'access.far.goal':
    'Queremos cumplir la norma WCAG 2.2, nivel AA. Se ha revisado una parte. Por eso no podemos decir que la página la cumple del todo.',
  'access.checked': 'Lo que se ha revisado',
  'access.checked.how': 'Esto lo hace un ordenador con cada versión nueva, en el navegador Chromium:',
  'access.checked.axe':
    'Cada pantalla, en los ocho idiomas, con el programa axe. Ahora no encuentra fallos. Un programa así solo ve una parte de los problemas.',
  'access.checked.keyboard':
    'Enviar un mensaje, cambiar un ajuste, elegir un código y abrir con él, y salir rápido: solo con el teclado.',
  'access.checked.colours': 'Si los colores se distinguen bien, en claro y en oscuro.',
  'access.checked.size': 'Si todo cabe en una pantalla pequeña, y con letras el doble de grandes.',
  'access.checked.motion': 'Si no se mueve nada cuando lo has desactivado en tu teléfono.',
  'access.not': 'Lo que aún no está bien',
  'access.not.outside':
    'Nadie de fuera ha probado la página. Y todavía no la ha probado para nosotros nadie con una discapacidad.',
  'access.not.readers':
    'No se ha probado nada con un lector de pantalla de verdad, como TalkBack o VoiceOver. Tampoco en Safari ni en Firefox.',
  'access.not.code':
    'Cuando escribes un código, un lector de pantalla puede decir en voz alta lo que escribes. Usa auriculares, o no elijas un código con alguien cerca.',
  'access.not.lock':
    'Con un código, la página se bloquea tras un minuto en segundo plano. Ese minuto no se puede alargar. Lo que escribiste se queda.',
  'access.not.escape': 'Pulsar Escape dos veces seguidas cierra la página. Eso no se puede desactivar.',
  'access.not.paper':
    'Tu plan en papel (pdf) no está hecho para un lector de pantalla. Las palabras en tailandés son imágenes allí.',
  'access.not.languages':
    'Lo que los equipos cuentan de sí mismos, y las doce palabras, están solo en neerlandés y en inglés.',
  'access.tell': '¿Hay algo que no puedes usar?',
  'access.tell.how':
    'Ponlo en un mensaje al equipo: en qué pantalla fue y qué usas. No hace falta que digas quién eres.',
  'access.tell.team': 'Pide al equipo que se lo diga a quienes hacen esta página.',
  'access.tell.other': '¿No puedes escribir? Alguien de tu confianza puede hacerlo por ti.',
  'access.on': 'Escrito el {day}.',
};
