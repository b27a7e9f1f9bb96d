import type { ReferralKey } from './referral-words.js';
import type { Words } from './words.js';

/** What a card of an organisation says on both pages, in Bulgarian. */
export const referralBg: Words<ReferralKey> = {
  'partner.kind.debt-help': 'Помощ при дългове',
  'partner.kind.housing': 'Жилище',
  'partner.kind.addiction-care': 'Помощ при зависимост',
  'partner.kind.legal': 'Правна помощ',
  'partner.kind.work': 'Работа и обучение',
  'partner.kind.health': 'Здраве',
  'partner.kind.mental-health': 'Психологична помощ',
  'partner.kind.safety': 'Безопасност и подслон',
  'partner.kind.language-and-papers': 'Език и документи',
  'partner.kind.meeting-people': 'Запознаване с хора',
  'partner.kind.other': 'Нещо друго',
  'partner.country': 'За цяла Нидерландия',
  'partner.area': 'За {places}',
  'partner.area.more': {
    one: 'За {places} и още {count} община',
    other: 'За {places} и още {count} общини',
  },
  'partner.weeks.none': 'Без чакане',
  'partner.weeks': { one: 'Около {count} седмица чакане', other: 'Около {count} седмици чакане' },
  'partner.weeks.unknown': 'Не се знае колко се чака',
  'partner.checked': 'Проверено на {day}',
  'partner.old': 'Проверено на {day}: преди повече от 90 дни. Може вече да не е вярно.',
  'partner.keep': 'Запази към моя план',
  'partner.kept': 'Стои към плана ти. Махни',
};
