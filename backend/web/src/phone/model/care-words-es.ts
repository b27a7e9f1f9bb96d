import type { Words } from '../../shared/model/words.js';
import type { careNl } from './care-words-nl.js';

/** What the phone's page says of check-ins, in Spanish. */
export const careEs: Words<keyof typeof careNl> = {
  'care.lead':
    'Tu teléfono puede preguntarte de vez en cuando cómo estás. Tú eliges cuándo, y qué llega a tu contacto.',
  'care.how':
    'Ves la pregunta aquí, si esta página está abierta o cuando la abras la próxima vez. No sale ningún aviso en tu pantalla. Solo tu teléfono sabe cuándo pregunta.',
  'care.set': 'Así está ahora',
  'care.when': '{rhythm}, hora: {time}.',
  'care.next': 'La próxima pregunta llega el {day}.',
  'care.paused': 'En pausa. Tu teléfono no pregunta nada hasta que tú quieras seguir.',
  'care.pause': 'Poner en pausa',
  'care.resume': 'Seguir',
  'care.stop': 'Dejarlo',
  'care.stopped': 'Se acabó. Tu teléfono ya no pregunta nada.',
  'care.change': 'Cambiarlo',
  'care.rhythm': '¿Cada cuánto?',
  'care.rhythm.week': 'Cada semana',
  'care.rhythm.two-weeks': 'Cada dos semanas',
  'care.rhythm.month': 'Cada mes',
  'care.rhythm.quarter': 'Cada tres meses',
  'care.rhythm.year': 'Cada año',
  'care.from': '¿Desde qué día?',
  'care.at': '¿A qué hora?',
  'care.tells': '¿Qué llega a tu contacto?',
  'care.tells.nothing': 'Nada: se queda en mi teléfono',
  'care.tells.talk': 'Solo si quiero hablar',
  'care.tells.all': 'Cada respuesta',
  'care.tells.hint': '«Ahora no» nunca se envía.',
  'care.silence': '¿Y si no respondes?',
  'care.silence.never': 'Entonces nadie se entera de nada',
  'care.silence.after': {
    one: 'Después de {count} pregunta, mi contacto lo sabe',
    other: 'Después de {count} preguntas, mi contacto lo sabe',
  },
  'care.silence.hint':
    'Tu teléfono solo puede avisar cuando esta página vuelve a estar abierta. Si la página sigue cerrada, nadie se entera de nada.',
  'care.lives':
    'Después de dos años sin movimiento aquí, el servidor borra esta conversación. Lo que está en tu teléfono se queda.',
  'care.save': 'Así lo quiero',
  'care.invalid': 'Elige un día y una hora.',
  'care.question': '¿Cómo estás?',
  'care.answer.good': 'Estoy bien',
  'care.answer.fair': 'Más o menos',
  'care.answer.talk': 'Quiero hablar un rato',
  'care.answer.not-now': 'Ahora no',
  'care.goes.nothing': 'Lo que eliges se queda en tu teléfono.',
  'care.goes.talk': 'Solo «Quiero hablar un rato» llega a tu contacto.',
  'care.goes.all': 'Lo que eliges llega a tu contacto. «Ahora no» se queda aquí.',
  'care.said.kept': 'Gracias. Esto se queda en tu teléfono.',
  'care.said.told': 'Gracias. Va a tu contacto.',
  'care.said.talk': 'Va a tu contacto. Puedes escribir algo más, pero no hace falta.',
  'care.said.write': 'No se envió nada. Escribe abajo lo que quieras decir y tu contacto lo leerá.',
  'care.said.later': 'Está bien. Hasta otra.',
  'care.back': 'Tu conversación sigue aquí',
  'care.back.text':
    'No tienes que explicar nada. Con un toque, tu contacto lee que quieres hablar, u otra persona del equipo si esa ya no está.',
};
