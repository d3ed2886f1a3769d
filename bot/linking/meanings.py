"""What verbs, their nouns and adjectives tell: each class an act or a state with its opposite. Words are added here.

Left of the bar stands what tells that it is so, right of it what tells the opposite. Words stand in their plain form
and have all its forms; with "!" a word is meant in this form alone. A phrase is joined by "_": up to three words may
stand before its next part ("turned the offer down").
"""

CLASSES = """
    accept: accept acceptance approve approval adopt adoption pass! passed! passes! passage confirm ratify ratification
        endorse endorsement backed! consent assent welcome embrace agree okay carried! wave_through nod_through
        vote_through vote_for say_yes give_blessing give_nod give_consent give_approval sign_off go_along
        sail_through
      | reject rejection refuse refusal decline turn_down turn_away vote_down vote_against throw_out veto rebuff
        spurn snub dismiss say_no knock_back shoot_down strike_down defeated! failed! fell! deny block scupper
    permit: permit permission allow let licence license authorise authorisation authorize authorization legalise
        legalize legal lawful clearance cleared! clear! grant entitle free_to green_light go_ahead give_consent
        wave_through
      | ban forbid prohibit prohibition bar! barred! bars! outlaw illegal unlawful disallow unauthorised
        unauthorized unlicensed embargo deny refuse refusal withhold
    agree: agree agreement deal! deals! accord settle settlement compromise consensus unanimous unanimity
        reach_agreement reach_deal come_terms shake_hands strike_deal truce conclude conclusion pact breakthrough
        reconcile reconciliation unite
      | disagree disagreement dispute dissent deadlock impasse stalemate split quarrel fall_out break_down rift
        divided! collapse differ empty_handed
    support: support back! backs! backing! backed! endorse endorsement favour favor advocate champion! defend
        stand_by stand_behind side_with rally_behind in_favour in_favor
      | oppose opposition object objection resist resistance condemn condemnation criticise criticize criticism
        denounce protest disapprove disapproval come_out_against against! reject
    admit: admit admission confess confession acknowledge acknowledgement concede own_up plead_guilty
        accept_responsibility
      | deny denial disclaim protest_innocence contest dispute refute
    confirm: confirm confirmation verify verification corroborate bear_out prove proof proven! substantiate
        vindicate back_up uphold
      | refute disprove debunk contradict contradiction rebut deny denial dispute rule_out unconfirmed unproven
        unfounded baseless groundless unsubstantiated discredit
    claim: claim_responsibility say_behind
      | deny_responsibility disclaim
    know: know knowledge aware awareness learn learnt! hear inform notify brief! briefed! tell warn be_told realise
        realize see_coming familiar
      | unaware ignorant ignorance surprise! surprised! by_surprise caught_off off_guard in_dark
        unsuspecting news_to
    warn: warn caution alert alarm siren notice notify tip_off forewarn advise prewarn
      | unannounced
    inform: inform information notify notification tell brief! briefed! briefing consult consultation advise report!
        reported! write letter send_word let_know message
      | uninformed bypass keep_from keep_dark leave_dark ignore
    promise: promise pledge vow undertake guarantee assure assurance commit commitment swear
    publish: publish publication release disclose disclosure reveal announce announcement make_public go_public
        unveil leak divulge open_files come_out put_out issue public post! posted! print name! named!
      | withhold conceal concealment hide suppress suppression secret secrecy cover_up confidential classified
        keep_quiet hush_up under_wraps undisclosed private lock_away sealed! unpublished keep_back
    sign: sign signature signatory initial put_name put_names put_signature put_pen set_name ink seal countersign
        conclude
      | unsigned
    apologise: apologise apologize apology regret sorry say_sorry express_regret ask_forgiveness remorse
      | unrepentant unapologetic
    meet: meet talk sit_down confer encounter see! saw! seen! receive face_to_face hold_talks shake_hands
        sit_together speak come_together negotiate negotiation
      | snub shun avoid boycott refuse_meet
    attend: attend attendance present! presence take_part participate participation join turn_up show_up appear
        appearance come_to be_there go_to speak sit_in on_hand march among_those
      | boycott absent absence miss! missed! skip stay_away stay_home absentee abstain pull_out represented!
        stand_in empty_chair empty_seat snub
    speak: speak speech address! addressed! comment talk answer reply testify testimony evidence give_evidence
        statement respond response confide
      | silent silence silently keep_quiet keep_mum stonewall clam_up say_nothing refuse_comment decline_comment
    vote: vote cast_ballot go_to_polls ballot poll
      | abstain abstention
    summon: summon call_in recall! order_appear comply obey follow
    invite: invite invitation ask! asked!
      | uninvited snub
    accuse: accuse accusation blame allege allegation point_finger hold_responsible implicate charge
      | exonerate exoneration absolve clear! cleared! acquit vindicate
    guilty: guilty convict conviction find_guilty guilt
      | acquit acquittal innocent innocence exonerate exoneration clear! cleared! clears! walk_free let_off
    charge: charge indict indictment prosecute prosecution trial stand_trial press_charges face_court arraign sue
        lawsuit
      | drop_charges drop_case discharge dismiss throw_out
    arrest: arrest detain detention custody jail imprison imprisonment seize capture nab lock_up behind_bars remand
        hold captive captivity hostage pick_up take_away apprehend catch hands_of round_up cell prison in_hands
      | free! freed! frees! freedom release let_go liberate liberation walk_free bail set_free at_large
        on_run fugitive discharge
    punish: punish punishment penalise penalize penalty fine! fined! fines! sanction! sanctioned! discipline
        disciplinary suspend suspension ban sentence dock
      | spare pardon amnesty forgive let_off reprieve immunity clemency unpunished
    leave: leave depart departure quit go_away evacuate evacuation withdraw withdrawal pull_out pull_back move_out
        move_away flee exodus retreat abandon set_off set_out set_sail walk_out exit vacate clear_out sail get_out
        drive_off drive_away drive_straight go_home recall call_home bring_home fly_home turn_back gone!
      | stay remain! remains! remained! stay_put hold_out stay_behind linger keep_at keep_in hang_on hold_fast
        sit_tight at_post
        in_place dig_in
    resign: resign resignation quit step_down stand_down stand_aside step_aside leave_office leave_post give_up_post
        hand_in bow_out retire retirement relinquish abdicate tender_resignation throw_in go! goes!
      | remain_in_office stay_in_office stay_on stay_as remains! in_office cling in_charge carry_on continue_as hold_on
        keep_job at_helm
    dismiss: dismiss dismissal sack fire! fired! fires! firing! oust axe! axed! remove removal lay_off layoff let_go
        suspend expel expulsion throw_out redundancy redundant show_door strip discharge replace take_head job_cuts
      | appoint appointment hire recruit reinstate reinstatement retain keep_job rehire name! named! elect install
        swear_in take_office confirm keep_on
    reach: reach arrive arrival get_to get_into come_to enter entry land make_it get_through turn_up dock moor
        come_ashore touch_down flow_into seep_into run_into make_fast end_up
      | fall_short stop_short turn_back turn_round held_back
    enter: enter entry get_in get_into get_on break_in go_in go_aboard invade invasion cross_into storm penetrate
        board come_aboard climb_aboard get_inside let_in let_through admit cross_border intrude intrusion
        break_through
      | keep_out shut_out turn_away bar! barred! repel fend_off fought_off drive_off locked_out
    return: return! returned! returns! come_back go_back bring_back give_back hand_back back_at reinstate restore
        restitution
      | keep retain
    send: send dispatch ship! shipped! deploy deployment post! posted! fly_in move_in station! stationed!
      | recall withdraw withdrawal pull_out bring_home keep_home
    escape: escape leak leakage spill spillage release! released! releases! emit emission seep seepage discharge
        get_out come_out flow_out gush get_into
      | contain hold_back sealed! keep_in tight leakproof
    give: give hand hand_over deliver delivery send pass_on pass_to donate donation transfer grant award present!
        presented! supply provide turn_over make_over bestow cede receive receipt get obtain collect take_delivery
        return! returned! issue! issued! distribute distribution acquire inherit bequeath in_place accept
      | withhold keep deny hold_back hold_onto retain keep_back refuse refusal undelivered
    pay: pay payment payout hand_over settle settlement reimburse reimbursement repay repaid! compensate
        compensation foot_bill transfer change_hands money penny ransom cough_up shell_out buy_off refund cent
        fork_out remit pay_out bribe! bribed! spend
      | withhold owe default unpaid outstanding free_charge waive unsettled
    buy: buy purchase acquire acquisition take_over takeover snap_up buy_out sell sale change_hands offload dispose
        merge
      | keep hold_on retain unsold
    own: own ownership possess possession belong
    take: take_with steal theft rob robbery loot copy make_off download grab carry_off snatch walk_off break_in
        burglary thief embezzle pocket! pocketed! siphon
      | untouched leave_behind in_place
    find: find discover discovery locate recover trace retrieve turn_up unearth spot come_upon come_across detect
        detection uncover seize
      | lose missing vanish disappear disappearance untraced unaccounted search unfound in_vain undetected
    have: have had! contain hold carry present! presence still_in show reveal exist existence trace! traces!
      | lack absence absent free_of clear_of devoid nothing
    fund: fund finance subsidise subsidize subsidy bankroll sponsor pay_for grant invest investment
      | unfunded cut_off
    begin: begin start launch commence kick_off get_under_way under_way set_motion open break_out take_effect
        come_into_force get_going set_in outset onset inaugurate inauguration go_live take_up embark first_day
      | end finish stop halt cease conclude close_down come_to_end call_off put_off
    continue: continue go_on last! lasted! persist carry_on keep_up ongoing keep_going hold! held! holding! resume
        resumption restart run_on press_on extend renew in_progress still! drag_on proceed
      | stop halt end cease suspend suspension interrupt interruption break_off give_up discontinue abandon pause
        call_off collapse break_down come_to_end grind_halt come_halt over! stoppage terminate
    hold: held! take_place happen occur go_ahead proceed stage! staged! go_on play! played!
      | cancel cancellation call_off postpone postponement scrap put_off delay defer shelve drop! dropped! abandon
        rain_off fall_through
    delay: delay postpone postponement late! behind_schedule hold_up overdue put_off push_back slip hold_off lag
        wait
      | on_time punctual on_schedule early ahead_schedule prompt at_once immediately
    open: open reopen unlock accessible in_service operate let_through let_in pass_through usable passable running!
        run! flow
      | close closure shut shut_down shutdown seal lock shutter block blockade cordon barred! impassable out_of_bounds
        barricade suspended! grounded! bar_to
    work: work function operate operation operational run! running! ran! active on_line in_service restore fire_up
        ring sound go_off respond trigger intact! switched_on
      | fail failure break_down out_of_order fault faulty outage defect defective malfunction knock_out switch_off
        turn_off stand_still idle broken! offline crash! crashed! out_of_action disabled! dead! silent
    complete: complete completion finish ready done! conclude conclusion finalise finalize wrap_up in_place
        put_finishing
      | incomplete unfinished half_built outstanding underway remain_to under_construction
    install: install installation put_in fit_with fitted! equip in_place
      | lack missing remove
    present: present! presence remain contain detect find trace! traces! there! spot seen! visible show_up turn_up
      | absent absence gone! vanish free_of clear_of clean negative lack rid_of none
    die: die death kill lose_life lose_lives perish succumb fatal fatality fatally murder drown body corpse
        pass_away claim_life victim slay stab_death burn_death shoot_dead deadly toll
      | survive survival survivor alive living! lived! pull_through well! recovering! escape_death
    hurt: injure injury hurt wound harm bruise casualty hospitalise hospitalize hospital
        treat maim cut_by fracture suffer
      | unhurt unharmed unscathed uninjured escape_injury safe safely walk_away well!
    ill: ill! illness sick sickness sicken infect infection disease poison symptom contracted! fall_ill test_positive
        catch patient outbreak positive
      | healthy recover recovery negative test_negative immune uninfected cured! well!
    rescue: rescue save pull_from pluck bring_safety pick_up haul_out bring_ashore pull_out winch
      | trapped! strand abandon leave_behind
    conscious: conscious consciousness awake
      | unconscious coma asleep pass_out
    drunk: drunk! drunken intoxicated alcohol drink limit
      | sober
    armed: arm! armed! gun! weapon! weapons! pistol! rifle! knife! carry_gun
      | unarmed defenceless disarm
    fire: fire! fired! fires! shoot open_fire gunfire pull_trigger discharge
      | hold_fire
    attack: attack assault raid storm strike bomb shell offensive ambush hit! target airstrike bombardment violence
        fight clash
      | hold_fire spare peaceful peacefully calm quiet truce ceasefire retreat
    capture: capture seize overrun take_control control take_town fall_to occupy conquer in_hands retake recapture
      | repel lose drive_out push_back fight_off fend_off hold_out hold_off beat_back liberate
    surrender: surrender give_up give_self lay_down capitulate yield turn_self hand_self
      | fight_on resist resistance hold_out defy defiant dig_in
    destroy: destroy destruction damage demolish demolition wreck raze ruin collapse gut flatten wipe_out tear_down
        burn_down crumble topple pull_down bring_down smash sever crack puncture tear_off rip vandalise eat! eaten!
        devastate cave_in
      | intact undamaged unscathed survive stand! stands! standing! preserve spare save untouched unharmed rebuild
        rebuilt! restore
    build: build construct construction erect put_up rebuild set_up make! made!
      | unbuilt demolish demolition pull_down raze tear_down scrap
    safe: safe safety harmless secure sound! seaworthy drinkable fit! clean edible stable roadworthy airworthy
        out_danger
      | unsafe danger dangerous contaminate contamination poisonous poison toxic hazard hazardous pollute unfit risk
        threat unstable harmful at_risk unseaworthy
    clean: clean pure free_of spotless potable unpolluted uncontaminated
      | contaminate contamination pollute pollution poison taint toxic dirty filthy spill slick film
    full: full packed! crowded! fill sell_out standing_room
      | empty deserted! vacant half_empty
    valid: valid validity in_force effect binding! legal lawful apply stand! stands! enforceable
      | void invalid invalidate lapse expire expiry annul quash overturn repeal strike_down illegal unlawful null
        unconstitutional revoke run_out set_aside
    uphold: uphold upheld! confirm affirm reaffirm sustain stand! stands! stood!
      | overturn quash annul reverse reversal set_aside throw_out strike_down overrule
    genuine: genuine authentic authenticity real original! true! correct accurate accuracy legitimate authenticate
        own_hand
      | fake false falsify forge forgery hoax bogus invent untrue counterfeit fabricate wrong! inaccurate imitation
        incorrect sham fiction
    accident: accident accidental accidentally mishap mistake by_mistake natural_causes inadvertent unintentional
      | deliberate deliberately intentional intentionally sabotage arson arsonist on_purpose premeditated set_fire
        attack foul_play
    rise: rise increase climb grow growth gain go_up surge soar jump higher! raise hike double expand expansion
        swell up! widen mount record!
      | fall drop decline decrease shrink slump lower! lowered! go_down cut! cuts! reduce reduction plunge slip
        tumble halve dip narrow sink lose ease slide down! dwindle
    stable: unchanged steady stable hold_steady flat same! as_before stagnate level_off freeze constant
      | change rise fall vary alter amend revise modify
    improve: improve improvement recover recovery better! get_better strengthen brighten pick_up ease rally rebound
      | worsen worse! deteriorate deterioration weaken decline get_worse
    strong: strengthen strong intensify
      | weaken weak subside abate die_down
    win: win winner victory triumph beat defeat! succeed clinch prevail champion! take_title come_first victorious
        overcome knock_out take_gold
      | lose defeat! defeated! runner_up go_out eliminate come_second
    draw: draw tie level! equalise
    profit: profit profitable earnings black_figures in_black make_money
      | loss lossmaking unprofitable in_red lose_money deficit
    majority: majority most! win_majority
      | minority fall_short hung!
    lead: lead ahead! front! top! first!
      | trail behind! last!
    include: include inclusion part_of involve cover count list
      | exclude exclusion omit leave_out exempt exemption except
    comply: comply compliance obey honour honor keep_to observe respect follow_rules abide stick_to adhere keep_word
        meet_deadline by_rules follow_orders
      | breach violate violation break! broke! broken! flout ignore defy disregard infringe miss_deadline disobey
    succeed: succeed success successful successfully manage work! worked! achieve pull_off accomplish go_well pass!
        passed! make_it
      | fail failure in_vain abortive flop founder fall_through come_to_nothing unsuccessful unsuccessfully
        fruitless collapse
    hit: hit! hits! strike land_in crash_into ram collide collision impact slam
      | miss! missed! misses! narrowly avoid near_miss
    fall: fall topple collapse knock_down go_down floor touch_canvas hit_canvas hit_deck drop_knees slip trip
      | stay_upright keep_feet on_feet upright
    score: score net! netted! goal find_net convert strike_home put_away on_target
      | miss goalless blank scoreless off_target
    play: play start! started! feature! featured! field on_pitch full_match line_up take_field
      | miss! missed! missing! sit_out bench! benched! substitute injured! sideline ruled_out watch_from doubtful
        rest! rested!
    use: use usage employ apply deploy resort_to make_use
      | unused refrain avoid
    contact: contact call! called! telephone phone ring reach write_to get_touch in_touch speak_to hear_from
      | out_contact incommunicado cut_off lose_contact unanswered
    see: see read! look_at view witness watch examine study notice observe inspect look_into
      | unseen unread unnoticed miss! missed! overlook
    check: check inspect inspection examine examination test search screen audit investigate investigation inquiry
        probe
      | unchecked uninspected untested ignore skip
    join: join membership member accede accession enter
      | leave withdraw withdrawal quit expel pull_out
    impose: impose introduce introduction bring_in slap order! ordered! declare in_force enact put_in_place
      | lift remove scrap repeal rescind drop! dropped! revoke suspend waive do_away
    keep: keep retain preserve maintain stay! save! saved! stick_with hold_onto
      | scrap abolish axe! axed! drop! dropped! abandon ditch get_rid give_up do_away shed
    change: change alter amend modify revise reform switch replace rewrite
      | unchanged same! keep_same as_planned stick_to unaltered
    extinguish: extinguish put_out contain control! under_control douse go_out brought_control
      | burn! burns! burning! rage spread out_of_control blaze! smoulder uncontrolled
    block: block blockade obstruct barricade prevent stop hold_up hamper bar! barred! halt
      | let_through clear allow unimpeded unhindered free! unblock
    supply: supply! supplied! power! connect restore provide reconnect
      | cut_off disconnect blackout outage short_of run_out dark
    sink: sink go_down founder capsize overturn go_under keel_over
      | afloat float! floated! refloat seaworthy
    ground: ground! grounded! run_aground aground stuck!
      | refloat afloat free!
    launch: launch lift_off blast_off take_off leave_pad liftoff
      | scrub abort hold! grounded!
    vaccinate: vaccinate vaccination vaccine jab inoculate immunise immunize
      | unvaccinated
    strike: strike walk_out walkout down_tools lay_tools picket industrial_action stoppage
      | work call_off turn_up at_work as_normal normal normally
    cooperate: cooperate cooperation collaborate collaboration work_together work_with help assist answer_questions
        aid
      | uncooperative obstruct refuse_help hinder stonewall hamper
    identify: identify identification name! named! recognise recognize establish_identity
      | unidentified anonymous anonymity unknown unnamed nameless
    married: marry marriage wed wife husband spouse couple
      | unmarried divorce separate bachelor
    alone: alone single_handed lone by_himself by_herself own! unaccompanied
      | accompany accomplice together companion in_company
    force: force forcibly coerce coercion compel compulsory mandatory order! ordered! oblige against_will pressure
        under_duress
      | voluntary voluntarily volunteer willing willingly free_will of_own_accord consent optional
    insured: insure insurance cover! covered!
      | uninsured
    protect: protect protection guard escort shield shelter defend
      | unprotected unguarded exposed! vulnerable abandon
    light: light! lit! lights! illuminate switch_on turn_on
      | dark darkness unlit switch_off turn_off off!
    lock: lock bolt secure
      | unlock unbolted ajar
    wear: wear put_on dressed! belt buckle strapped!
      | bareheaded take_off unbelted naked
    healthy: pregnant pregnancy expecting!
    bankrupt: bankrupt bankruptcy insolvent insolvency go_under collapse go_bust administration receivership
        liquidate liquidation
      | solvent rescue save survive bail_out
    qualify: qualify qualification go_through advance progress! reach_final eligible
      | eliminate knock_out go_out disqualify disqualification ineligible crash_out
    record: record film tape photograph camera picture footage
      | unrecorded switched_off
    search: search hunt look_for comb scour
      | call_off give_up abandon
    trust: trust confidence confident believe
      | distrust mistrust doubt suspect suspicion sceptical skeptical
    threat: threaten threat menace blackmail ultimatum
    eat: eat food! meal feed
      | hunger hungry starve fast! fasting! refuse_food
    consider: plan consider intend intention aim! aimed! prepare
      | rule_out abandon drop! dropped! shelve
    help: help aid assist assistance relief rescue support
      | abandon neglect fend_for leave_alone ignore
    appeal: appeal contest challenge
      | accept
    born: born birth give_birth deliver
      | stillborn
"""
IN_TURN = frozenset("OPEN LEAVE RESIGN ARREST BLOCK IMPOSE EXTINGUISH VALID PUBLISH WORK SUPPLY CAPTURE".split())
"""Of these the opposite may follow and both be so: what was opened is closed again."""
BOTH = frozenset(
    """BEGIN CONTINUE COMPLETE DISMISS CONSIDER FIND RISE STABLE STRONG IMPROVE FULL SEARCH BUILD KEEP LEAD DELAY
    THREAT SEND RETURN JOIN LIGHT LOCK WEAR TAKE ESCAPE DRUNK MARRIED BUY SINK GROUND LAUNCH STRIKE CONSCIOUS DESTROY
    RESCUE ILL ENTER CHANGE HELP CHECK CONTACT INSTALL""".split()
)
"""Of these the opposite mostly does follow, or of another part: only a denial is at odds with a statement."""
OF_SAYING = frozenset("ADMIT CONFIRM CLAIM PROMISE INFORM KNOW PUBLISH SUPPORT AGREE".split())
"""What is said, known or agreed decides whether two of these are at odds."""
