"""Common given names, a hint that two capitalised words are a person and no company."""

from typing import Final

GIVEN_NAMES: Final = frozenset(
    """
    aaliyah aaron abby abdul abdullah abel abigail abraham ada adam addison adele adnan adrian adrienne agatha agnes
    agnieszka ahmad ahmed ahmet aidan aiden aileen aimee aisha akiko akira alan alana alasdair alastair albert
    albrecht aldo alec alejandra alejandro aleksandar aleksandr aleksandra alena alessandra alessandro alessia alex
    alexa alexander alexandra alexandre alexandru alexei alexis alfonso alfred alfredo ali alice alicia alina alisha
    alison alistair allan allen allison allyson alma alondra alonzo alphonso althea alvaro alvin alyssa amadou
    amalia amanda amar amber amelia amina amir amit amos amrita amy ana anand ananya anastasia anatoly anders andre
    andrea andreas andrei andres andrew andrey andrzej andy angela angelica angelina angelo angie angus anibal anika
    anil anisha anita anjali anju ann anna anne anneke annette annie ansel anselm anthony antje antoine antoinette
    anton antonia antonin antonio antonis anwar anya apolline archie ariana arianna ariel arjun arlene armando
    arnaud arne arnold aron arthur arturo arun arvind asha ashlee ashleigh ashley ashok asif asma astrid atif aubrey
    audrey augusto augustus aurelia ava avery aviva axel ayaan ayesha aylin ayse aziz barbara barry bartholomew
    bartosz bashar basil beatrice beau becky belinda ben benedict benito benjamin bennett benny bernadette bernard
    bernardo bernd bernice bernie bert bertha bertrand beth bethany bettina betty beverly bianca bilal bill billy
    birgit bjorn blaine blair blake blanca bob bobby bogdan bonnie boris bozena brad bradley brady branden brandon
    brenda brendan brenden brennan brent brett brian briana brianna bridget brigitte britney brittany bronwyn brooke
    bruce bruna bruno bryan bryant bryce brynn burak byron caitlin caleb callum calum calvin cameron camila camilla
    camille camilo candace candice carey carina carissa carl carla carlo carlos carlotta carlton carly carlyle
    carmelo carmen carol caroline carolyn carrie carsten casey cassandra cassie cathal catharine catherine cathleen
    cathy cecil cecilia cedric celeste celia celine cesar chandler chantal charlene charles charlie charlotte
    chelsey cherie cheryl chester chiara chloe chris christa christian christie christina christine christoph
    christophe christopher christos christy chuck ciara cillian cindy claire clara clarence clarissa clark claude
    claudia claudio clayton clemens clement clifford clive clyde cody colette colin colleen conchita connie connor
    conor conrad constance constantin cora corey corinne cornelia cornelius cory courtney craig cristian cristiano
    cristina cristobal curt curtis cynthia cyril cyrus dale dalia damian damien damon dan dana dandre daniel daniela
    daniella danielle danilo danny dante daphne daria darin dario darius darla darlene darnell darrell darren darrin
    darryl darwin daryl daud dave david davide davina dean deandre deanna deb debbie debby deborah debra declan
    deepak deion deirdre dejan delilah delores demetrius denis denise dennis denny denzel derek derrick deshawn
    desiree desmond devin devon dewayne dexter dhruv diana diane dianne dick diego dieter dilip dimitar dimitri
    dimitrios dimitris dina dino dion dirk dmitri dmitriy dmitry dolores dominic dominick dominik dominique don
    donald donna donny donovan dora doreen dorian doris dorothy dorthy doug dougal dougie douglas drew duane duncan
    dustin dusty dwayne dwight dylan eamon earl earnest ebony ed eddie eddy edgar edith edmond edmund edna eduard
    eduardo edward edwin edwina efraim egon eileen einar eitan elaine elba eleanor eleanora elena eleni eli elias
    elijah elin elisa elisabeth elisabetta elise elisha eliza elizabeth ella ellen ellie elliot elliott elmer elsa
    elsie elton elvira elvis elyse emanuel emeka emil emile emilia emiliano emilie emilio emily emir emma emmanuel
    emmett emre enid enrico enrique enzo eoin ephraim eric erica erich ericka erik erika erin ernest ernesto ernst
    errol erwin esme esmeralda esteban estelle ester esther ethan etienne eugene eugenia eugenio eunice eva evan
    evangeline eve evelina evelyn everett ezekiel ezra fabian fabio fabrice fabrizio faisal farah fatima fatma
    faustino fay faye federica federico felicia felicity felipe felix ferdinand fergus fernando fidel filip filippo
    fina finley finn fiona fiorella flavia flavio florence florian floriano floyd frances francesca francesco
    francine francis francisca francisco franck franco francois frank frankie franklin franz franziska fraser fred
    freda freddie freddy frederic frederick frederik fredrik frida frieda friedhelm friedrich fritz fumiko gabriel
    gabriela gael gail galina garrett garth gary gaston gavin gavriel gemma gena gene genevieve geoff geoffrey georg
    george georges georgi georgina gerald geraldine gerard gerardo gerhard gerry gertrude giancarlo gianluca gianni
    gideon gil gilbert gilberto giles gillian gina gino giorgio giorgos giovanni gisela giulia giuliana giulio
    giuseppe giuseppina gladys glen glenda glenn gloria gonzalo gopal goran gordon grace graciela graeme graham
    grant greg gregory greta gretchen grigory grzegorz guido guillermo gunther gus gustav gustavo guy gwen gwendolyn
    hakim hal haley hamid hank hanna hannah hannes hanno hans harald hari harlan harley harold harriet harrison
    harry haruki harvey hasan hassan hayden haydn hayley heath heather hector hedwig heidi heike heinrich heinz
    helen helena helga helmut hendrik henri henrietta henrik henry herb herbert heriberto herman hermann herschel
    hilary hilda hillary hiroshi holly homer horace horacio horst howard howie hubert hugh hugo hunter hussain
    hussein iain ian ibrahim ibrahima ida ignacio igor ilan ilana iliana ilya iman imani imran ines inez inga inge
    ingmar ingo ingrid ira irene irina iris irma irvin irving irwin isaac isabel isabella isabelle isaiah isidro
    ismael ismail issac itzhak iva ivan ivana ivo izabela jacinta jack jackie jacky jacob jacobo jacqueline
    jacquelyn jacques jada jaden jagdish jaime jake jaleel jalen jamaal jamal jamar jameel james jamie jan jana jane
    janelle janet janette janice janina janine janis janusz jared jarrett jarrod jasmin jasmine jason jasper javad
    javier javon jay jayden jayla jaylen jayne jayson jean jeanette jeanne jeannie jeannine jed jeff jeffery jeffrey
    jelena jemma jen jenna jennie jennifer jenny jens jeremiah jeremie jeremy jermaine jerome jerrod jerry jesse
    jessica jessie jesus jethro jill jim jimmy jiri joachim joan joann joanna joanne joao joaquin jocelyn jodi jodie
    jody joe joel joey johan johann johanna johannes john johnathan johnnie johnny jolene jon jonah jonas jonathan
    jonathon joni joost jordi jorge jorgen jose josef josefina joseph josephine josette joshua josiah josie josip
    josue jovan joyce jozef juan juanita judith judy juergen jules julia julian juliana juliane julianne julie
    julien juliet juliette julio julius junaid jurgen justin justine kai kaitlin kaitlyn kamal kamala kamil kara
    kareem karen kari karim karin karina karl karla karolina karsten karthik kasey kasia kaspar kassandra katarina
    katarzyna kate katelyn katerina katharina katharine kathe katherine kathleen kathrin kathryn kathy katie katja
    katrin katrina katy katya kaye kayla keegan keiko keira keisha keith kelley kelli kellie kelly kelsey kelvin ken
    kendall kendra kendrick kenji kenneth kenny kermit kerri kevin khadija khaled khalid kiara kieran kiley kim
    kimberley kimberly kiran kirk kirsten kirsty kishore klara klaus kobe kofi koji konrad konstantin konstantinos
    kris krishna krista kristen kristian kristie kristin kristina kristine kristoffer kristopher kristy krystal
    krzysztof kunal kurt kwame kyla kyle kylie kyra lacey laci laila lakshmi lana lance lane lara larry lars lashawn
    laszlo latasha latisha latoya laura laurel lauren laurence laurent lauri laurie lavonne lawrence layla lea leah
    leandro leanne lee leena leif leigh leila len lena lennart lennox lenny lenora leo leon leona leonard leonardo
    leonel leonid leonor leopold leroy leslie lester leticia levi lewis lia liam liana libby lidia liesel lila
    lilian liliana lillian lily lina linda lindsay lindsey linus lionel lisa lisbeth livia liz liza lizzie lloyd
    lois lopez lorenzo loretta lori lorna lorraine lothar lou louella louis louise luann luca lucas lucia luciana
    luciano lucien lucille lucinda lucius lucy ludmila ludwig luigi luis luisa lukas lukasz luke lula lupe luther
    lydia lyle lynda lyndon lynette lynn lynne lynnette mabel mackenzie maddie madeleine madeline madhav mads mae
    magdalena maggie mahesh mahmoud mairead maisie malachi malcolm malia malik mallory malte mamadou mandy manfred
    manoj mansour manu manuel manuela mara marc marcel marcela marcella marcelo marci marcia marcin marco marcos
    marcus mardy margaret margarita margie margo margot margret marguerite maria mariah marian mariana marianne
    mariano maribel marie marilyn marina mario marion marisa marisol marissa marjorie mark marko markus marla
    marlene marlon marnie marsha marta martha martin martina martine marty marvin mary maryam maryann marybeth
    masood mateo mateusz mathew mathias mathieu mathilde matias matilda matt matthew matthias matthieu mattie maud
    maura maureen maurice mauricio maurizio max maxim maxime maxine maxwell maya mckenzie meera meg megan meghan
    mehdi mehmet mei mel melanie melinda melissa melvin meredith merle merlin mervyn mia micah michael michaela
    michal micheal michel michele michelle mick mickey miguel mihai mihail mikael mike mikhail miki mila milan
    mildred milena millicent millie milos milton mina mindy minerva miranda mircea mireille miriam miroslav misha
    mitch mitchell mitzi moammar mohamed mohammad mohammed mohit moira moises mollie molly mona monica monika
    monique monty morris mort mortimer moses muammar muhammad mukesh murat muriel murray mustafa myles myra myriam
    myrna myron nabil nadia nadine naeem naguib najib nancy nanette naoko naomi narayan narendra naresh nasir nasser
    nat natalia natalie natalya natasha nathalie nathan nathaniel naveen neal nealie ned neda neha neil nellie
    nelson nestor nettie neville niall nicholai nicholas nick nickolas nicola nicolas nicole nicolette niels nigel
    nikhil niki nikita nikki nikola nikolai nikolas nikolaus nils nina nirmala nita nitin noah noam noel noelle
    noemi nolan nona nora norbert noreen norma norman norris nuno nuria octavia octavio odette ofelia olaf olav oleg
    oleksandr olena olga oliver olivia olivier ollie omar omari onur ophelia oren orla orville osama oscar osman
    osvaldo otis otto oumar owen ozzie pablo paddy padraig paige pam pamela pankaj paola paolo pascal pasquale pat
    patrice patricia patricio patrick patrik patsy patti patty paul paula paulette paulina pauline paulo pavel pawel
    payton pedro peggy penelope penny percy pervez pete peter petr petra petros petter peyton phil philip philippe
    phillip phoebe phyllis pia pierre piers pieter pietro pilar piotr piper placido polly pradeep prakash pranav
    pratik praveen preston priscilla priya priyanka qasim quentin quinn quinton rabia rachael rachel rachelle radek
    radhika radoslaw rae raelynn rafael rafe rafi raheem rahim rahul rainer raj rajendra rajesh rajiv rakesh ralph
    raman ramesh ramiro ramon ramona ramzi ranbir randal randall randi randolph randy rani ranjit raphael raquel
    rashad rasheed rashid rasmus ratna raul ravi ray raymond reba rebecca reece reggie regina reginald regis reid
    reina reinaldo reinhard reinhold rekha remi remy renata renate renato rene renee reuben reyna reynaldo rhea
    rhett rhiannon rhoda rhonda rhys ricarda ricardo riccardo richard richie rick rickey ricky ridley riley rita
    riya rob robb robbie robert roberta roberto robin robyn rochelle rod roderick rodney rodolfo rodrick rodrigo
    rogelio roger rohan rohit roland rolando rolf romain roman romeo romina ron ronald ronan ronda roni ronnie ronny
    rory rosa rosalie rosalind rosalyn rosanna roscoe rose roseanne rosemarie rosemary rosie roslyn ross rowan
    rowena roxana roxanne roy royce ruben rudi rudolf rudolph rudy rufus rui rupert rushdi russ russell rustam rusty
    ruth ruthie ryan ryder ryo saad sabina sabine sabrina sachin sadie saeed saif saira sakura salim sally salma
    salman salvatore sam samantha samina samir sammy samuel sanaa sandeep sandi sandra sandy sanjay sanjeev sara
    sarah sascha sasha satish satoshi saul savita scot scott scottie sean sebastian sebastien selena selim selma
    serena serge sergei sergey sergi sergio seth seymour shahid shaka shakira shana shane shania shanika shankar
    shannon sharad shari sharon shaun shauna shawn shawna shawne shea sheila sheldon shelia shelley shelly sherman
    sherri sherrie sherry sheryl shimon shinji shinzo shirley shiv shlomo shmuel shoaib shona shreya shyam sid
    siddharth sidney sidra siegfried sienna sigmund sigrid silas silke silvana silvia silvio simeon simon simona
    simone sinead siobhan skyler slavko slobodan sofia soledad somchai sondra sonia sonja sonya sophie soren spencer
    stacey staci stacie stacy stan stanislav stanislaw stanley stefan stefania stefanie stefano steffen stella
    stellan stephan stephane stephanie stephen stephon stevan steve steven stevie stewart stine stuart subhash
    sudhir sue suellen sujata sukhbir suman sumit sunil sunita surendra suresh surya susan susana susanna susanne
    susie suzanna suzanne suzette suzy svein sven svetlana sybil syed sylvain sylvester sylvia sylvie tabatha
    tabitha tadeusz taiwo takeshi talia tamar tamara tameka tami tamika tammi tammy tamsin tania tanisha tanja tanya
    tara tarek tariq taro tasha tatiana tatyana tavis taylor ted teddy teodoro tera terence teresa teri terrance
    terrell terrence terri terry tess tessa thad thaddeus thalia thea theadora thelma theo theodor theodore theresa
    theresia theron thiago thibault thierry thom thomas thomasina thorsten tia tiago tiana tiffani tiffany tilda tim
    timmy timo timofey timothy tina tisha titus tobias toby todd todor tom tomas tomasz tommie tommy toni tonia tony
    tonya torsten tova tracey traci tracie tracy travis trent trenton trevor trey tricia trina trish trisha tristan
    trond troy trudy tucker turgut ty tyler tyra tyree tyrell tyrone tyson uday ugo ulf ulla ulrich ulrike umar
    umberto umesh ursula usha usman uwe vaclav valentin valentina valentino valeria valerie valerio valery vanda
    vanessa vasco vasily vaughn veena velma venkat vera vernon veronica veronika veronique vicente vicki vickie
    vicky victor victoria vidya vihaan vijay vikas vikram viktor viktoria vilma vince vincent vincenzo viola violeta
    virgil virgilio virginia virginie vishal vitaly vitor vittorio vivek vivian viviana vivien vivienne vlad
    vladimir vladislav vojtech volker vusi wade waldemar waleed wali wallace walt walter wanda warren wasim waylon
    wayne weldon wendell wendy werner wes wesley whitney wilbert wilbur wiley wilfred wilfredo wilfried wilhelm
    wilhelmina wilkie will willa willard willem william willie wilma wilmer winfried winifred winona winston
    wladimir wojciech wolfgang woodrow wyatt xander xavier ximena yael yahya yannick yannis yaroslav yasin yasmin
    yasmine yasser yevgenia yevgeny yiannis yitzhak yoko yolanda yosef yoshi youssef yuki yukio yulia yuliya yuri
    yusuf yuval yves yvette yvonne zac zach zachariah zachary zack zahid zaid zain zainab zander zane zara zbigniew
    zdenek zeke zelda zelma zeynep zoe zoey zofia zoltan zora zsolt zubair zuzana
    """.split()
)

SURNAMES_IN_FRONT: Final = frozenset(
    """
    bai cai cao chen cheng choi deng ding dong du duan fan fang feng fu gao gong gu guo han hong hou hu huang jia jiang
    jin kang kim kong lai le lei li liang liao lin liu lu luo ma mao meng ngo nguyen ni pan peng pham qian qin ren shao
    shen shi su tan tang tian tran wang wei wen wu xi xia xiao xie xiong xu xue yan yang yao ye yin yoon yu yuan zeng
    zhang zhao zheng zhong zhou zhu zou
    """.split()
)
"""Surnames that stand before the given name: Chinese, Korean, Vietnamese."""

SURNAMES: Final = frozenset(
    """
    abbas abdullah adams aguilar ahmad ahmed akhtar alexander ali allen alvarez anderson andersson armstrong arnold
    bailey baker banerjee barnes becker bennett bernard bianchi bose brown bryant burns butler campbell carlson
    carter castillo castro chavez chowdhury clark clarke clinton collins cooper costa cruz cunningham das davies
    davis delgado desai diaz douglas dubois edwards ellis eriksson evans ferguson fernandes fernandez ferrari
    fischer fisher fitzgerald flores foster fraser garcia gibson gomez gonzales gonzalez graham grant griffin gupta
    gutierrez hansen hansson harris harrison hassan henderson hernandez herrera hoffmann holmes howard hughes
    hussain hussein ibrahim iqbal ivanov jackson jacobs jain jansen jensen jimenez johansson johnson johnston jones
    joshi kapoor karlsson kaur kelly kennedy khan kowalski kumar kuznetsov larsen larsson lewis lopez mahmood malik
    martin martinez mason mcdonald medina mehta mendoza meyer miller mishra mitchell mohamed mohammed moore morales
    moreau moreno morris mukherjee muller murphy murray nair nelson nguyen nielsen nilsson novak obama olsen olson
    ortiz ozturk parker patel pedersen pereira perez petersen peterson petrov phillips popov powell putin qureshi
    rahman ramirez ramos rao reddy reyes reynolds richardson rivera roberts robertson robinson rodrigues rodriguez
    rogers romero rossi ruiz russo sanchez sanders santos sato schmidt schneider schulz shah sharma sheikh silva
    simmons singh smirnov smith sokolov sullivan suzuki svensson tanaka taylor thomas thompson torres vargas vasquez
    verma volkov wagner walker watanabe watson weber williams wilson wright yadav yamamoto yilmaz
    """.split()
)
"""Surnames that are hardly ever something else."""
