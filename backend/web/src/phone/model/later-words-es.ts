import type { Words } from '../../shared/model/words.js';
import type { laterNl } from './later-words-nl.js';

/** What is said of words on their way, of the twelve words and of erasing, in Spanish. */
export const laterEs: Words<keyof typeof laterNl> = {
  'way.sending': 'Tu teléfono lo está enviando ahora. Con una conexión lenta puede tardar un poco.',
  'phrase.lead':
    'Con doce palabras recuperas esta conversación en otro teléfono, o aquí si todo se borró. Las ves una sola vez. Escríbelas en papel, o apréndelas de memoria.',
  'phrase.lost': 'Lo perdido, perdido está.',
  'phrase.lost.do': 'Nadie puede encontrar tus palabras de nuevo, nosotros tampoco.',
  'phrase.found': 'Quien tiene las palabras puede lo mismo que tú.',
  'phrase.found.do': 'Leerlo todo, y escribir en tu lugar. No se las enseñes a nadie.',
  'phrase.replaces': 'Ya tienes doce palabras. Si haces otras nuevas, las viejas dejan de valer.',
  'phrase.lists':
    'Estas palabras existen solo en inglés y en neerlandés, aún no en español. ¿Cuáles quieres?',
  'phrase.show': 'Mostrar mis doce palabras',
  'phrase.words': 'Tus doce palabras',
  'phrase.write-down': 'Escríbelas, en este orden. Después ya no las verás.',
  'phrase.written': 'Ya las escribí',
  'phrase.check': '¿Las tienes bien?',
  'phrase.check.lead': 'Escribe dos de tus palabras. Solo entonces valen.',
  'phrase.word': 'Palabra {place}',
  'phrase.wrong': 'No son esas. Mira tu papel, o vuelve a ver las palabras.',
  'phrase.confirm': 'Listo',
  'phrase.again': 'Ver las palabras otra vez',
  'phrase.working': 'Un momento…',
  'phrase.done': 'Ya puedes volver',
  'phrase.done.text':
    'Desde ahora tu conversación va también cifrada al servidor. Solo tus doce palabras la abren.',
  'phrase.done.soon':
    'Tus palabras valen. En cuanto haya conexión, tu conversación va cifrada al servidor. Deja esta página abierta hasta entonces.',
  'phrase.to-talk': 'Ir a tu conversación',
  'return.title': 'Qué bien verte de nuevo',
  'return.lead': 'Escribe o pega tus doce palabras. Da igual si usas mayúsculas o guiones.',
  'return.label': 'Tus doce palabras',
  'return.use': 'Recuperar mi conversación',
  'return.unknown': '«{word}» no es una palabra de nuestra lista. Mírala otra vez.',
  'return.count': {
    one: 'Aquí hay {count}. Tienen que ser doce.',
    other: 'Aquí hay {count}. Tienen que ser doce.',
  },
  'return.mistaken': 'Una de las palabras no es correcta, o el orden no lo es. Míralas otra vez.',
  'return.nothing': 'Con estas palabras no encontramos ninguna conversación.',
  'return.nothing.do':
    'Quizá son palabras viejas, o la conversación es muy antigua. Siempre puedes empezar una nueva.',
  'return.working': 'Se busca tu conversación. Puede tardar un poco; deja esta página abierta.',
  'return.cuts-off': 'Si la conversación aún está en otro teléfono, allí se detiene.',
  'erase.what': '¿Qué quieres borrar?',
  'erase.one': 'Solo esta conversación',
  'erase.all': 'Todo',
  'erase.at-once': 'Esto desaparece enseguida',
  'erase.at-once.one':
    'Toda la conversación: en este teléfono y en el servidor. Tampoco tus doce palabras la recuperan.',
  'erase.at-once.all':
    'Todas tus conversaciones: en este teléfono y en el servidor. Y lo demás que guarda este teléfono: lo que estabas escribiendo, y lo que hace que funcionen tus doce palabras.',
  'erase.others': 'Esto pasa en el equipo',
  'erase.others.text':
    'Su programa borra la conversación solo, en cuanto está abierto. Un dispositivo que pasa 35 días apagado ya no se entera.',
  'erase.not-promised': 'Esto no lo podemos prometer',
  'erase.not-promised.copy': 'Quien leyó la conversación puede haber copiado o fotografiado algo.',
  'erase.not-promised.backup':
    'Las copias de seguridad del servidor desaparecen después de 7 días. En ellas no se puede leer nada.',
  'erase.go-on': 'Seguir',
  'erase.sure': 'Esto no se puede deshacer',
  'erase.sure.one': 'Después la conversación ya no está. Siempre puedes empezar una nueva.',
  'erase.sure.all': 'Después ya no queda nada. Siempre puedes empezar una conversación nueva.',
  'erase.now.one': 'Borrar esta conversación ahora',
  'erase.now.all': 'Borrarlo todo ahora',
  'erase.keep': 'Atrás, no borrar nada',
  'erase.done': 'Borrado',
  'erase.done.text': 'Ya no está en este teléfono ni en el servidor.',
  'erase.done.here': 'Ya no está en este teléfono.',
  'erase.done.team': 'Al equipo se le dice que se borró, y nada más.',
  'erase.done.waits':
    'Aquí ya no está. El aviso al servidor sale en cuanto haya conexión. Deja esta página abierta hasta entonces, o ábrela otra vez más tarde.',
  'erase.moved': 'Una conversación sigue en otro teléfono. Allí no se borró.',
  'erase.leave': 'Listo',
};
