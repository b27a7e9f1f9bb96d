import type { Words } from '../../shared/model/words.js';
import type { WakeKey } from './wake-words.js';

/** The same in Brazilian Portuguese. */
export const wakePtBr: Words<WakeKey> = {
  'wake.title': 'Um aviso quando houver algo para você',
  'wake.about':
    'Seu telefone pode avisar quando houver algo para você, mesmo com esta página fechada. Isso fica desligado até você ligar. Se ligar, é bom saber:',
  'wake.browser':
    'O fabricante do seu navegador, como Google, Apple ou Mozilla, vê que há algo para o seu navegador, e quando. Não vê o quê nem de quem.',
  'wake.server':
    'Nosso servidor vê onde encontrar o seu navegador enquanto envia o aviso, e não guarda isso. A equipe não vê.',
  'wake.screen':
    'Quem vê a sua tela vê o aviso: as palavras que você escolheu e o endereço {host}. Também com o telefone bloqueado.',
  'wake.leave': 'Depois de “{button}” não chega mais nenhum aviso, até você abrir esta página de novo.',
  'wake.weeks': 'Abra esta página uma vez a cada três semanas. Senão os avisos param.',
  'wake.delay': 'Com que rapidez?',
  'wake.delay.none': 'Na hora',
  'wake.delay.ten-seconds': 'Em até 10 segundos',
  'wake.delay.two-minutes': 'Em até 2 minutos',
  'wake.delay.hint':
    'Esperar torna mais difícil ver qual mensagem é de qual aviso. O que chegar enquanto isso vai no mesmo aviso.',
  'wake.on': 'Os avisos estão ligados.',
  'wake.off': 'Os avisos estão desligados. Nas configurações do navegador ainda consta que eram permitidos.',
  'wake.turn-on': 'Ligar avisos',
  'wake.turn-off': 'Desligar avisos',
  'wake.forbidden': 'Seu navegador não permite avisos aqui. Você pode mudar isso nas configurações dele.',
  'wake.unlisted':
    'Seu navegador recebe avisos por um serviço para o qual não enviamos nada. Olhe de vez em quando se há resposta.',
  'wake.failed': 'Não deu certo. Veja se você tem conexão e tente de novo.',
};
