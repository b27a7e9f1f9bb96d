import type { Words } from '../../shared/model/words.js';
import type { lockNl } from './lock-words-nl.js';

/** What the phone's page says of what it keeps on the phone, and of the lock on it, in Spanish. */
export const lockEs: Words<keyof typeof lockNl> = {
  'here.lead': 'Qué guarda esta página en tu teléfono, y quién puede verlo.',

  'lock.title': 'Un código',
  'lock.about':
    'Con un código esta página se bloquea: tras un minuto en segundo plano, o cuando tú quieras. Quien mire entonces ve un campo para un código, y nada de tu conversación. El botón para salir se llama entonces «{button}».',
  'lock.on': 'Esta página tiene un código.',
  'lock.set': 'Elegir un código',
  'lock.now': 'Bloquear ahora',
  'lock.change': 'Cambiar el código',
  'lock.drop': 'Quitar el código',
  'lock.dropped': 'El código está quitado.',
  'lock.saved': 'El código está puesto.',
  'lock.code': 'Tu código',
  'lock.code.hint': 'Cifras, o unas palabras. Al menos {least} caracteres.',
  'lock.code.again': 'El mismo código otra vez',
  'lock.count': 'Longitud: {count}.',
  'lock.delay.minutes': 'Este código frena una computadora unos minutos.',
  'lock.delay.hours': 'Este código frena una computadora unas horas.',
  'lock.delay.days': 'Este código frena una computadora días o semanas.',
  'lock.delay.years': 'Este código frena una computadora durante años.',
  'lock.save': 'Poner este código',
  'lock.cancel': 'Mejor no',
  'lock.short': 'Pon al menos {least} caracteres.',
  'lock.differs': 'La segunda vez es otra cosa.',
  'lock.taken': 'Ese es tu otro código. Elige uno que no se le parezca.',
  'lock.working': 'Un momento…',
  'lock.honest': 'Lo que un código puede, y lo que no',
  'lock.honest.delay':
    'Un código corto solo retrasa a quien quiera entrar. Quien haga examinar tu teléfono puede poner una computadora a probar todos los códigos. Cuanto más largo sea tu código, más tarda.',
  'lock.honest.traces':
    'Quien examine el teléfono puede ver que esta página se usó aquí. Un navegador deja un tiempo restos de lo que borró o sobrescribió. Quizá esa persona pueda leer restos de antes de que eligieras un código.',
  'lock.honest.lost':
    'Si pierdes tu código, nadie puede encontrarlo de nuevo, nosotros tampoco. Entonces solo recuperas tu conversación con tus doce palabras.',

  'second.title': 'Un segundo código, que lo sobrescribe todo',
  'second.about':
    'Para cuando alguien te obliga a abrir la página. Con este código se abre una lista normal y vacía con el nombre «{name}», sin una palabra sobre para qué es la página. Lo que había aquí ya está entonces sobrescrito, y tu primer código deja de funcionar.',
  'second.back':
    '¿Quieres volver aquí después? Donde la página está bloqueada, elige «{lost}» y borra todo. Otra persona también puede hacerlo, y entonces ve para qué es la página, igual que quien busque la dirección.',
  'second.limits':
    'El equipo todavía tiene tu conversación. Sin tus doce palabras ya no puedes volver a ella. Quien copió tu teléfono antes todavía tiene esa copia. Quien examine el teléfono puede encontrar restos, e intentar adivinar tu primer código.',
  'second.on': 'Hay un segundo código puesto.',
  'second.set': 'Elegir un segundo código',
  'second.change': 'Cambiar el segundo código',
  'second.drop': 'Quitar el segundo código',

  'nothing.title': 'No guardar nada',
  'nothing.about':
    'Esta página quita lo que tiene en tu teléfono, y ya no guarda nada. Todo funciona mientras la página está abierta. Después desaparece de aquí.',
  'nothing.phrase': 'Después tu conversación vuelve con tus doce palabras, y solo con ellas.',
  'nothing.no-phrase':
    'Aún no tienes doce palabras. Si cierras la página sin esas palabras, pierdes tu conversación.',
  'nothing.next':
    'Esta elección tampoco se guarda. La próxima vez eliges de nuevo. Tu navegador quizá recuerde que estuviste aquí.',
  'nothing.choose': 'No guardar nada aquí',
  'nothing.on': 'Esta página no guarda nada en este teléfono. Si la cierras, todo desaparece de aquí.',
  'nothing.keep': 'Volver a guardar',
  'nothing.forbidden':
    'Tu navegador no deja que esta página guarde nada. Si la cierras, todo desaparece de aquí.',
  'nothing.make': 'Crear mis doce palabras',

  'aside.title': 'Lo que había aquí estaba dañado',
  'aside.text':
    'No pudimos abrirlo, y lo pusimos aparte. Si tienes doce palabras, con ellas recuperas tu conversación.',
  'aside.return': 'Tengo doce palabras',
  'aside.drop': 'Borrar lo que está aparte',

  'full.text':
    'También puedes seguir sin guardar. Entonces esta página quita lo que tiene en tu teléfono, y todo desaparece cuando la cierras.',
  'full.go-on': 'Seguir sin guardar',

  'locked.title': 'Página bloqueada con código',
  'locked.code': 'Código',
  'locked.open': 'Abrir',
  'locked.wrong': 'Ese no es el código.',
  'locked.failed': 'No se pudo. Prueba otra vez.',
  'locked.lost': '¿Perdiste el código?',
  'locked.lost.text':
    'Nadie puede encontrar el código de nuevo. Puedes borrar lo que esta página guarda aquí, y empezar de nuevo.',
  'locked.anew': 'Borrar y empezar de nuevo',
  'locked.sure': 'Sí, borrar todo lo de esta página',
};
