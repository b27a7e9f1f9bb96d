import type { PhoneLanguage } from '../shared/model/words.js';

/** Why there is no page to show: the server gives something that was not published, or there is no connection. */
export type Reason = 'swapped' | 'unknown';

type PlainWords = Readonly<Record<`${Reason}.${'title' | 'text'}` | 'again', string>>;

/** What the worker says where it has no page to show. It has no part of a page at hand then, so all languages are in it. */
export const plainWords: Readonly<Record<PhoneLanguage, PlainWords>> = {
  nl: {
    'swapped.title': 'Dit is niet de pagina die is gepubliceerd',
    'swapped.text':
      'Op dit adres staat nu iets anders dan wij hebben ondertekend. Daarom laten we het niet zien. Wat je eerder schreef is niet weg. Probeer het later nog eens, of vraag iemand die je vertrouwt of er iets aan de hand is. Is het dringend en ben je in gevaar, bel 112.',
    'unknown.title': 'Er is nu geen verbinding',
    'unknown.text':
      'Deze pagina kan niet worden geopend zonder verbinding. Wat je eerder schreef is niet weg. Probeer het zo nog eens.',
    again: 'Probeer opnieuw',
  },
  en: {
    'swapped.title': 'This is not the page that was published',
    'swapped.text':
      'What this address gives now is not what we signed, so it is not shown. What you wrote before is not lost. Try again later, or ask somebody you trust whether something is going on. If it is urgent and you are in danger, call 112.',
    'unknown.title': 'There is no connection right now',
    'unknown.text':
      'This page can’t be opened without a connection. What you wrote before is not lost. Try again in a moment.',
    again: 'Try again',
  },
  es: {
    'swapped.title': 'Esta no es la página que se publicó',
    'swapped.text':
      'Lo que hay ahora en esta dirección no es lo que firmamos, así que no lo mostramos. Lo que escribiste antes no se ha perdido. Inténtalo más tarde, o pregunta a alguien de confianza si pasa algo. Si es urgente y estás en peligro, llama al 112.',
    'unknown.title': 'Ahora no hay conexión',
    'unknown.text':
      'Esta página no se puede abrir sin conexión. Lo que escribiste antes no se ha perdido. Inténtalo de nuevo en un momento.',
    again: 'Inténtalo de nuevo',
  },
  ro: {
    'swapped.title': 'Aceasta nu este pagina care a fost publicată',
    'swapped.text':
      'Ce se află acum la această adresă nu este ce am semnat noi, de aceea nu o arătăm. Ce ai scris înainte nu s-a pierdut. Încearcă din nou mai târziu sau întreabă pe cineva în care ai încredere dacă se întâmplă ceva. Dacă este urgent și ești în pericol, sună la 112.',
    'unknown.title': 'Acum nu există conexiune',
    'unknown.text':
      'Această pagină nu se poate deschide fără conexiune. Ce ai scris înainte nu s-a pierdut. Încearcă din nou peste puțin timp.',
    again: 'Încearcă din nou',
  },
  bg: {
    'swapped.title': 'Това не е страницата, която беше публикувана',
    'swapped.text':
      'Това, което е сега на този адрес, не е подписано от нас, затова не го показваме. Каквото беше писано преди, не е загубено. Опитай по-късно или попитай някого, на когото вярваш, дали става нещо. Ако е спешно и има опасност, обади се на 112.',
    'unknown.title': 'В момента няма връзка',
    'unknown.text':
      'Тази страница не може да се отвори без връзка. Каквото беше писано преди, не е загубено. Опитай пак след малко.',
    again: 'Опитай пак',
  },
  pl: {
    'swapped.title': 'To nie jest strona, którą opublikowano',
    'swapped.text':
      'Pod tym adresem jest teraz coś innego, niż podpisaliśmy, dlatego tego nie pokazujemy. To, co było napisane wcześniej, nie przepadło. Spróbuj później albo zapytaj kogoś, komu ufasz, czy coś się dzieje. Jeśli to pilne i grozi ci niebezpieczeństwo, zadzwoń pod 112.',
    'unknown.title': 'Teraz nie ma połączenia',
    'unknown.text':
      'Tej strony nie da się otworzyć bez połączenia. To, co było napisane wcześniej, nie przepadło. Spróbuj ponownie za chwilę.',
    again: 'Spróbuj ponownie',
  },
  'pt-BR': {
    'swapped.title': 'Esta não é a página que foi publicada',
    'swapped.text':
      'O que está agora neste endereço não é o que assinamos, por isso não mostramos. O que você escreveu antes não se perdeu. Tente mais tarde, ou pergunte a alguém de confiança se está acontecendo alguma coisa. Se for urgente e você estiver em perigo, ligue para 112.',
    'unknown.title': 'Agora não há conexão',
    'unknown.text':
      'Esta página não pode ser aberta sem conexão. O que você escreveu antes não se perdeu. Tente de novo daqui a pouco.',
    again: 'Tente de novo',
  },
  th: {
    'swapped.title': 'นี่ไม่ใช่หน้าที่เผยแพร่ไว้',
    'swapped.text':
      'สิ่งที่อยู่ที่ที่อยู่เว็บนี้ตอนนี้ไม่ใช่สิ่งที่เราลงนามไว้ เราจึงไม่แสดง สิ่งที่คุณเขียนไว้ก่อนหน้านี้ไม่ได้หายไป ลองอีกครั้งภายหลัง หรือถามคนที่คุณไว้ใจว่ามีอะไรเกิดขึ้นหรือไม่ ถ้าเร่งด่วนและคุณตกอยู่ในอันตราย โทร 112',
    'unknown.title': 'ตอนนี้ไม่มีการเชื่อมต่อ',
    'unknown.text': 'เปิดหน้านี้ไม่ได้ถ้าไม่มีการเชื่อมต่อ สิ่งที่คุณเขียนไว้ก่อนหน้านี้ไม่ได้หายไป ลองอีกครั้งในอีกสักครู่',
    again: 'ลองอีกครั้ง',
  },
};
